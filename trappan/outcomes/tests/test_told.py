"""What employers tell of ends: counted among whom they took from five people on, and the beginning of an exit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.agreements.models import Agreement, Ending
from trappan.agreements.operations import tell_ending
from trappan.agreements.testing import make_agreement, make_workplace, sign_all
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.employers.testing import make_officer
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import record_exit
from trappan.outcomes.taken import taken_by
from trappan.people.operations import protect
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
OVER = TODAY + timedelta(days=60)


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def at(linnea):
    return make_workplace(linnea, name="Påhittade Köket AB")


@pytest.fixture
def place(today):
    about = {"unit": make_unit("site"), "kind": "workplace", "places": 20, "starts_on": TODAY}
    return Activity.objects.create(code="kok", name="Köket", **about)


def was_there(at, place):
    """Let somebody have a signed agreement at the employer that ends in sixty days."""
    set_today(TODAY)
    case = make_case()
    jonna = consultant_of(case)
    placement = make_placement(jonna, person=case.person, activity=place, starts_on=TODAY, ends_on=OVER)
    sign_all(jonna, make_agreement(jonna, placement, at))
    return case, Agreement.objects.select_related("person").get(placement=placement)


def told(case, agreement, **said):
    with as_(consultant_of(case)):
        return tell_ending(agreement=agreement, told_by="Vera", **{"went": "completed", **said})


@pytest.mark.requirement("R-245")
def test_whether_they_would_take_somebody_again_is_told_from_five_on(client, linnea, at, place):
    were = [was_there(at, place) for _one in range(6)]
    set_today(OVER)
    for case, agreement in were[:4]:
        told(case, agreement, again="yes")
    with as_(linnea):
        assert (taken_by(at[0].employer_id).taken, taken_by(at[0].employer_id).told) == (6, None)
    told(*were[4], again="no")
    sign_in(client, linnea)
    page = text(client.get(f"/employers/{at[0].employer_id}/"))
    assert "Ja 4 av 5 gånger" in page
    with as_(consultant_of(were[0][0])):
        protect(person=were[0][0].person, protection="marked")
    with as_(linnea):
        assert taken_by(at[0].employer_id).told is None, "of four that are left it would tell too much"


def test_who_did_not_start_is_nobody_they_have_taken(linnea, at, place):
    were = [was_there(at, place) for _one in range(2)]
    set_today(OVER)
    told(*were[0], went="not_started", initiative="employer")
    with as_(linnea):
        assert taken_by(at[0].employer_id).taken == 1


def test_how_it_went_is_on_the_desk_however_the_case_has_ended(client, linnea, at, place):
    """To ring, and then to go through it; and with nobody else's consultant."""
    case, agreement = was_there(at, place)
    other = was_there(at, place)[0]
    set_today(OVER + timedelta(days=1))
    jonna = consultant_of(case)
    with as_(jonna) as actor:
        record_exit(case=case, day=actor.today, today=actor.today, reason="completed", form="klar")
    sign_in(client, jonna)
    assert "Fråga arbetsgivaren hur det gick" in text(client.get("/"))
    told(case, agreement)
    assert text(client.get("/")).count("Arbetsgivaren har berättat hur det gick") == 1
    sign_in(client, consultant_of(other))
    assert "Arbetsgivaren har berättat hur det gick" not in text(client.get("/"))


class TestTheDraft:
    @pytest.fixture
    def came_to_work(self, at, place):
        case, agreement = was_there(at, place)
        set_today(OVER)
        told(case, agreement, led_to="here", words="Får en tjänst")
        return case

    @pytest.mark.requirement("R-017")
    def test_begins_from_what_is_told_when_somebody_asks_and_writes_nothing(self, client, came_to_work):
        case = came_to_work
        page = reverse("outcomes:exit", args=[case.pk])
        sign_in(client, consultant_of(case))
        plain = client.get(page)
        assert "Får en tjänst" in text(plain)
        assert "Ja, hos arbetsgivaren" in text(plain)
        assert not plain.context["form"]["employer_name"].value(), "nothing is filled in by itself"
        begun = client.get(page, {"from": "employer"}).context["form"]
        assert (begun["reason"].value(), begun["employer_name"].value()) == ("work", "Påhittade Köket AB")
        assert (begun["source"].value(), begun["day"].value()) == ("employer", OVER)
        assert not Exit.objects.exists()
        assert Case.objects.get(pk=case.pk).closed_on is None
        sent = {"reason": "work", "sub_code": "a1", "source": "employer", "day": str(OVER), "form": "kökshjälp"}
        saved = {"acting_as": consultant_of(case).pk, "employer_name": "Påhittade Köket AB", **sent}
        assert client.post(f"{page}?from=employer", saved).status_code == 302
        assert Exit.objects.get().employer.name == "Påhittade Köket AB"

    def test_is_none_where_it_led_nowhere_was_taken_back_or_tells_of_another_end(self, client, came_to_work):
        case = came_to_work
        sign_in(client, consultant_of(case))
        page = reverse("outcomes:exit", args=[case.pk])
        Placement.objects.update(ends_on=OVER - timedelta(days=2))
        assert "Får en tjänst" not in text(client.get(page))
        Placement.objects.update(ends_on=OVER)
        Case.objects.filter(pk=case.pk).update(opened_on=OVER + timedelta(days=1))
        assert "Får en tjänst" not in text(client.get(page)), "it ended before this case was opened"
        Case.objects.filter(pk=case.pk).update(opened_on=TODAY)
        assert "Får en tjänst" in text(client.get(page))
        Ending.objects.update(led_to="no")
        assert "Får en tjänst" not in text(client.get(page))
        Ending.objects.update(led_to="here", taken_back_at=f"{OVER}T10:00Z")
        assert "Får en tjänst" not in text(client.get(page))
