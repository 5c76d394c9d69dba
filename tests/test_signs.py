"""The signs of the next step: who may say that one is seen, of whom, and where it is ticked."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.people.testing import make_person
from trappan.placements.testing import accept, offer
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep, Observation
from trappan.plans.signs import signs_ahead
from trappan.refusals import Refused
from trappan.staff.testing import as_, as_web, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
ON_TIME, NEW_TASKS = "Kommer i tid fyra dagar av fem", "Tar nya uppgifter utan stöd"


@pytest.fixture
def case(today):
    """A case whose person has come to step 3."""
    made = make_case()
    with as_(made.responsible):
        step = LadderStep.objects.get(ladder__is_main=True, number=3)
        plans.move_step(person=made.person, step=step, day=TODAY, today=TODAY, evidence="Håller tiderna")
    return made


@pytest.fixture
def site(case):
    """The activity where the person is, with its supervisor."""
    cafe = make_activity("Café")
    tor = make_colleague("supervisor", cafe.unit, name="Tor Låtsberg")
    accept(offer(case, cafe))
    return tor


def words(answer):
    """Return what a page says, without its tags."""
    return " ".join(strip_tags(text(answer)).split())


def see(by, person, sign=ON_TIME, day=TODAY):
    with as_(by) as actor:
        return plans.see_sign(
            person_id=person.pk, unit_id=actor.unit_id, sign=sign, text="Såg det själv", day=day, today=actor.today
        )


@pytest.mark.requirement("R-022")
def test_a_sign_is_ticked_with_who_saw_it_and_moves_nobody(client, case, site):
    see(site, case.person)
    sign_in(client, case.responsible)
    for page in ("desk:person", "plans:signs"):
        shown = words(client.get(reverse(page, args=[case.person_id])))
        assert "1 av 4 tecken är sedda" in shown
        assert f"{ON_TIME} Tor Låtsberg, 12 november 2026" in shown
        assert f"{NEW_TASKS} Inte sett än" in shown
    with as_(case.responsible):
        assert signs_ahead(case.person_id).step.number == 4
    told = Event.objects.get(verb="plans.see_sign")
    assert (told.person_id, told.actor_id) == (case.person_id, site.pk)


def test_both_the_consultant_and_the_site_say_so_on_their_own_page(client, case, site):
    pages = {
        case.responsible: reverse("plans:signs", args=[case.person_id]),
        site: reverse("attendance:there", args=[case.person.placements.get().pk]),
    }
    for sign, (who, url) in zip((NEW_TASKS, ON_TIME), pages.items(), strict=True):
        sign_in(client, who)
        sent = {"form": "sign", "acting_as": who.pk, "sign-sign": sign, "sign-day": "2026-11-12", "sign-text": "Disken"}
        answer = client.post(url, {**sent, "sign-text": ""})
        assert answer.status_code == 422, "what was seen is written"
        assert client.post(url, sent).status_code == 302
        seen = Observation.objects.get(sign=sign)
        assert (seen.author_id, seen.unit_id, seen.text) == (who.pk, who.unit_id, "Disken")


def test_only_a_sign_of_the_next_step_and_of_a_day_that_has_come(case, site):
    for field, about in (
        ("sign", {"sign": "Håller tiderna"}),
        ("sign", {"sign": "Är snäll"}),
        ("day", {"day": TODAY + timedelta(days=1)}),
    ):
        with pytest.raises(Refused) as refused:
            see(site, case.person, **about)
        assert refused.value.field == field
    other = make_person(case.social_worker)
    with as_(case.social_worker):
        assert signs_ahead(other.pk) is None, "no step is set"
    assert not Observation.objects.exists()


def test_a_supervisor_of_another_site_neither_says_nor_sees(client, case, site):
    see(site, case.person)
    stranger = make_colleague("supervisor", make_activity("Butik").unit)
    with pytest.raises(Refused):
        see(stranger, case.person)
    with as_web(stranger) as actor, pytest.raises(DatabaseError), transaction.atomic():
        Observation.objects.create(person_id=case.person_id, unit_id=actor.unit_id, day=TODAY, text="Såg", sign=ON_TIME)
    with as_web(stranger):
        assert not Observation.objects.exists()
    sign_in(client, stranger)
    assert client.get(reverse("plans:signs", args=[case.person_id])).status_code == 403


def test_whoever_may_not_assess_the_step_reads_and_is_offered_nothing(client, case, site):
    sign_in(client, case.social_worker)
    url = reverse("plans:signs", args=[case.person_id])
    shown = text(client.get(url))
    assert "0 av 4 tecken är sedda" in shown
    assert "Spara tecknet" not in shown
    sent = {"form": "sign", "acting_as": case.social_worker.pk, "sign-sign": ON_TIME, "sign-day": "2026-11-12"}
    assert client.post(url, {**sent, "sign-text": "Disken"}).status_code == 403
    sign_in(client, make_colleague("social_worker", make_activity("Annan").unit))
    assert client.get(url).status_code == 404
