"""The pages on which somebody is handed over, proposed and answered about, as each of them is met."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trappan.employers.testing import make_opening
from trappan.matching.models import ProfileConsent, ProfilePart, Proposal, WorkSearch
from trappan.matching.testing import consent_to_employers, consent_to_team, make_profile, make_search
from trappan.plans.testing import make_mapping
from trappan.rules.models import Concept, ConceptLink
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

# Session, user and actor, which come before, and the test's savepoints.
DOOR = ("SAVEPOINT", "RELEASE", "secrecy_enter", "django_session", "staff_user", "set_config")


def at(name, *keys):
    return reverse(f"matching:{name}", args=keys)


def send(client, who, url, **fields):
    """Send a form of a page as somebody, and follow."""
    sign_in(client, who)
    return client.post(url, {"acting_as": who.pk, **fields}, follow=True)


@pytest.mark.requirement("R-014", "R-015", "R-248")
def test_from_kartlaggning_to_a_yes_from_the_employer_in_the_pages_own_forms(client, handed, today):
    """The profile begun from the kartläggning, the yes, the handing over, the receipt, a proposal and its answers."""
    for key, label in (("k1", "Köksbiträde"), ("k2", "Restaurangbiträde")):
        Concept.objects.create(id=key, kind="occupation", label=label)
    ConceptLink.objects.create(kind="stands_in", a_id="k1", b_id="k2", percent=75)
    make_mapping(handed.case, own_words="Jag vill laga mat åt många", strengths="Diskar fort")
    person, jonna, linnea = handed.person, handed.jonna, handed.linnea
    sign_in(client, jonna)
    page = markup(client.get(at("profile", person.pk)))
    assert "Diskar fort" in page
    assert "Inget är sparat än" in page
    about = {"able": "Diskar fort", "likes": "Laga mat åt många", "week-rows": "0", "travel": "40"}
    answer = send(client, jonna, at("profile", person.pk), wishes="Köksbiträd", **about)
    assert answer.status_code == 422
    assert "Menade du: Köksbiträde?" in markup(answer)
    assert send(client, jonna, at("profile", person.pk), wishes="köksbiträde", **about).status_code == 200
    assert "Restaurangbiträde" in markup(client.get(at("profile", person.pk)))
    told = {"given_how": "interpreter", "ends_on": str(today.replace(year=today.year + 1))}
    yes = {
        f"team-{name}": value for name, value in {**told, "unit": handed.team.pk, "parts": ["able", "wishes"]}.items()
    }
    send(client, jonna, at("sharing", person.pk), form="team", **yes)
    over = {"unit": handed.team.pk, "wants": "work", "reason": "Vill och kommer i tid", "day": str(today)}
    send(client, jonna, at("work", person.pk), form="hand_over", **{f"hand_over-{k}": v for k, v in over.items()})
    sign_in(client, linnea)
    page = markup(client.get(at("ready")))
    assert "Samira Påhitt" in page
    assert "Ingen än" in page
    send(client, linnea, at("work", person.pk), form="receive")
    set_today(today + timedelta(days=4))
    page = markup(client.get(at("work", person.pk)))
    assert "På listan i 4 dagar" in page
    assert "Efter bistånd i 6 månader i rad räknas 25 % av lönen inte, i 2 år" in page.replace("\xa0", " ")
    assert "Inget räknas ut här" in page, "what one keeps is told and not worked out"
    assert "Mottagen av" in page
    assert "070-1740605" in page
    assert handed.case.number in page
    assert "Laga mat" not in page, "the person has not said yes to that part"
    opening = make_opening(linnea, title="Köksbiträde i cateringkök", kind="internship")
    send(client, linnea, at("proposals", person.pk), form="ask", **{"ask-opening": opening.pk})
    with as_(linnea):
        made = Proposal.objects.get()
    one = at("proposal", person.pk, made.pk)
    send(client, linnea, one, form="yes", **{"yes-note": "Gärna"})
    page = client.get(one)
    assert "En person söker arbete: Köksbiträde i cateringkök" in markup(page)
    shown = page.context["paper"].edition
    send(client, linnea, one, form="send", **{"send-sent_how": "phone", "send-shown": shown})
    send(client, linnea, one, form="accepted", **{"accepted-note": "Börja på måndag"})
    assert "Härnäst: en placering och ett avtal" in markup(client.get(one))
    sign_in(client, jonna)
    assert "Ja från arbetsgivaren" in markup(client.get(at("work", person.pk)))


def test_a_paper_that_is_another_by_now_does_not_go_out_and_stands_to_be_read_again(client, handed):
    search = make_search(handed.jonna, handed.case, handed.team)
    opening = make_opening(handed.linnea)
    consent_to_employers(handed.jonna, handed.person, ["able", "name"])
    send(client, handed.linnea, at("proposals", handed.person.pk), form="ask", **{"ask-opening": opening.pk})
    with as_(handed.linnea):
        made = Proposal.objects.get(search=search)
    one = at("proposal", handed.person.pk, made.pk)
    send(client, handed.linnea, one, form="yes")
    shown = client.get(one).context["paper"].edition
    consent_to_employers(handed.jonna, handed.person, ["able"])
    answer = send(client, handed.linnea, one, form="send", **{"send-sent_how": "phone", "send-shown": shown})
    page = markup(answer)
    assert answer.status_code == 422
    assert "något annat nu än det du läste" in page
    assert "En person söker arbete" in page
    made.refresh_from_db()
    assert made.sent_at is None


@pytest.mark.requirement("R-046")
def test_the_team_with_the_same_right_finds_nobody_of_another_and_the_rest_have_no_page(client, handed):
    search = make_search(handed.jonna, handed.case, handed.team)
    other = handed.opened()
    make_search(handed.jonna, other, handed.others)
    sign_in(client, handed.olle)
    for name in ("work", "profile", "sharing", "proposals"):
        assert client.get(at(name, handed.person.pk)).status_code == 404, name
        assert client.get(at(name, other.person_id)).status_code == 200, name
    assert "Samira" in markup(client.get(at("ready")))
    assert client.get(at("ready")).context["listing"].rows[0].key != search.pk
    for stranger in (handed.town.ulla, handed.town.karin, handed.town.tor):
        sign_in(client, stranger)
        assert client.get(at("work", handed.person.pk)).status_code == 403
    sign_in(client, handed.linnea)
    for name in ("desk:person", "plans:signs", "people:consent"):
        assert client.get(reverse(name, args=[handed.person.pk])).status_code == 403, name


def test_the_pages_ask_few_questions_however_many_there_are(client, handed):
    make_search(handed.jonna, handed.case, handed.team)
    sign_in(client, handed.linnea)
    asked = {}
    for some in (1, 3):
        for _one in range(some):
            opening = make_opening(handed.linnea)
            send(client, handed.linnea, at("proposals", handed.person.pk), form="ask", **{"ask-opening": opening.pk})
            make_search(handed.jonna, handed.opened(), handed.team)
        for name, keys in (("ready", ()), ("work", (handed.person.pk,)), ("proposals", (handed.person.pk,))):
            with CaptureQueriesContext(connection) as found:
                assert client.get(at(name, *keys)).status_code == 200
            own = [one for one in found.captured_queries if not any(word in one["sql"] for word in DOOR)]
            asked.setdefault(name, []).append(len(own))
    for name, (few, many) in asked.items():
        assert few == many, name
        assert many <= 9, (name, many)


def test_taken_back_by_the_officer_the_officer_is_led_away(client, handed):
    make_profile(handed.jonna, handed.person)
    consent_to_team(handed.jonna, handed.person, handed.team)
    make_search(handed.jonna, handed.case, handed.team)
    with as_(handed.linnea):
        key = ProfileConsent.objects.get().pk
    answer = send(client, handed.linnea, at("sharing", handed.person.pk), form="withdraw", row=key)
    assert answer.redirect_chain[-1][0] == reverse("desk:start")
    assert client.get(at("work", handed.person.pk)).status_code == 404
    with as_(handed.linnea):
        assert not ProfilePart.objects.exists()
        assert not WorkSearch.objects.exists()
