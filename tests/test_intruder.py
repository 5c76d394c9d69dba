"""What somebody might try who wants to see, open or sign more than is theirs."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.testing import APPLICATION, another
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.history.models import Event
from trappan.people import operations as people
from trappan.people.models import Grant, Person
from trappan.people.testing import make_person, test_number
from trappan.placements import operations as placements
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.week import read_week
from trappan.staff.models import Membership
from trappan.staff.operations import give_membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = [pytest.mark.django_db]


def test_a_search_stays_in_the_log_also_when_the_form_is_refused(town, client):
    """Trying numbers through a form that is always refused is logged and slowed down all the same."""
    known = test_number()
    other = make_colleague("social_worker", make_unit("social_service", town.municipality))
    make_person(town.ulla, number=known)
    sign_in(client, other)
    sent = {**APPLICATION, "acting_as": other.pk, "number": known, "received_on": "2027-01-01"}
    for _turn in range(30):
        assert client.post("/applications/", sent).status_code == 422
    assert Event.objects.filter(kind="search", actor=other).count() == 30
    assert "tio minuter" in text(client.post("/applications/", sent))
    assert Person.objects.count() == 1


def test_who_opened_in_an_emergency_may_read_but_let_nobody_in(town, today):
    number = test_number()
    person = make_person(town.ulla, number=number)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    intruder = make_colleague("consultant", make_unit("labour_market", town.municipality))
    accomplice = make_colleague("consultant", intruder.unit)
    with as_(intruder):
        people.open_in_emergency(number=number, reason="Jag vill ha ärendet")
        for to in (intruder, accomplice):
            with pytest.raises(Refused):
                cases.assign(case=Case.objects.get(), to=to)
        with pytest.raises(Refused):
            people.protect(person=person, protection="marked")
        with pytest.raises(Refused):
            people.add_number(person=person, number=test_number())
    assert Case.objects.get().responsible == town.jonna


def test_a_head_alone_opens_no_protected_person_by_the_emergency_door(town):
    number = test_number()
    make_person(town.ulla, number=number, protection="marked")
    make_colleague("head_of_unit", town.ulla.unit)
    with as_(town.karin):
        assert people.open_in_emergency(number=number, reason="Jag är nyfiken på detta") is None
        assert Person.objects.count() == 0


def test_the_head_is_told_who_opened_which_case_and_why(town, client):
    number = test_number()
    person = make_person(town.ulla, number=number)
    consultant = make_colleague("consultant", town.labour, name="Pelle Utkast")
    with as_(consultant):
        people.open_in_emergency(number=number, reason="Står i receptionen utan mat")
    sign_in(client, town.karin)
    page = text(client.get("/"))
    assert "Pelle Utkast" in page
    assert "Står i receptionen utan mat" in page
    assert person.name not in page


def test_the_case_of_a_consultant_who_left_is_handed_out_again(town, client, today):
    another(town, today)
    Membership.objects.filter(pk=town.jonna.pk).update(ends_on=today)
    sign_in(client, town.karin)
    assert Case.objects.get().number in text(client.get("/"))


def test_an_old_head_does_not_open_by_a_closed_cases_number(town, today):
    another(town, today)
    Case.objects.update(closed_on=today)
    with as_(town.karin), pytest.raises(Refused, match="inget öppet ärende"):
        cases.open_as_head(
            number=Case.objects.values_list("number", flat=True).first() or "2026-0001", reason="Av gammal vana"
        )


def test_ended_grants_and_their_names_are_not_read(town):
    person = make_person(town.ulla)
    with as_(town.ulla):
        people.protect(person=person, protection="marked")
    with as_(make_colleague("social_worker", town.ulla.unit)):
        assert not Grant.objects.exists()


def test_one_placement_that_ends_does_not_close_the_door_of_the_other(town, today, client):
    person = another(town, today)
    second = town.activity("Kassan", town.site, 2)
    first = make_placement(town.jonna, person=person, activity=town.cafe, starts_on=today)
    make_placement(
        town.jonna, person=person, activity=second, week="fre 9-12", starts_on=today, ends_on=today + timedelta(days=60)
    )
    with as_(town.jonna):
        placements.end_placement(placement=first, ends_on=today + timedelta(days=1), reason="Byte")
        first.refresh_from_db()
        with pytest.raises(Refused, match="Förläng den"):
            placements.end_placement(placement=first, ends_on=today + timedelta(days=9), reason="Mer")
    from trappan.schedules.testing import set_today

    set_today(today + timedelta(days=8))
    with as_(town.tor):
        assert Person.objects.count() == 1
    set_today(today + timedelta(days=60 + rules_on(today).hand_over_days - 1))
    with as_(town.tor):
        assert Person.objects.count() == 1, "what is left is written down"
    set_today(today + timedelta(days=60 + rules_on(today).hand_over_days))
    with as_(town.tor):
        assert Person.objects.count() == 0


def test_a_consent_that_ends_before_the_placement_is_not_enough(town, today):
    person = another(town, today)
    navet = make_organisation("Föreningen Navet", kind="association", basis="cooperation")
    systuga = town.activity("Systugan", make_unit("site", navet), 3)
    with as_(town.jonna):
        people.give_consent(
            person=person,
            organisation=navet,
            parts=["placement"],
            given_how="paper",
            starts_on=today,
            ends_on=today + timedelta(days=30),
        )
        place = {"person": person, "activity": systuga, "week": read_week("tor 9-12"), "starts_on": today}
        with pytest.raises(Refused, match="samtycka"):
            placements.propose(**place)
        placements.propose(**place, ends_on=today + timedelta(days=30))


def test_a_closed_case_is_not_written_in(town, today):
    another(town, today)
    Case.objects.update(closed_on=today)
    with as_(town.jonna):
        with pytest.raises(Refused, match="avslutat"):
            plans.map_person(case=Case.objects.get(), held_on=today, today=today, finish=False, own_words="x")
        with pytest.raises(Refused, match="avslutat"):
            cases.assign(case=Case.objects.get(), to=town.jonna)


def test_a_partners_colleague_is_never_made_a_consultant(town, today):
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    site = make_unit("site", partner)
    somebody = make_colleague("supervisor", site)
    with as_(make_colleague("administrator", make_unit("management", town.municipality))):
        with pytest.raises(Refused, match="Utanför kommunen"):
            give_membership(colleague_id=somebody.colleague_id, unit_id=site.pk, role="consultant", starts_on=today)


@pytest.mark.parametrize("url", ["/day/?day=2026-02-30", "/day/?day=0001-01-01", "/day/?day=x"])
def test_a_made_up_day_is_today(town, client, url):
    sign_in(client, town.tor)
    assert client.get(url).status_code == 200


def test_a_zero_byte_is_no_fault_of_ours(town, client):
    sign_in(client, town.ulla)
    for page, field in (("/people/", "name"), ("/search/", "q")):
        sent = {"acting_as": town.ulla.pk, field: "\0"}
        assert client.post(page, sent, follow=True).status_code == 200
        assert client.get(page, {"asked": "\0", "after": "\0"}).status_code == 200


def test_a_consultant_hands_over_and_does_not_assign(town, today, client):
    another(town, today)
    sign_in(client, town.jonna)
    sent = {"acting_as": town.jonna.pk, "responsible": town.jonna.pk}
    answer = client.post(reverse("cases:assign", args=[Case.objects.get().pk]), sent)
    assert answer.status_code == 403


def test_nobody_signs_for_somebody_else(world):
    """Author, meeting's colleague, decider: the database takes only whoever acts."""
    person, actors = world
    from datetime import date, timedelta

    from trappan.cases.models import Case
    from trappan.plans.models import Consultation, Plan
    from trappan.requirement.models import Exemption
    from trappan.schedules.clock import now

    jonna, ulla = actors["consultant with the case"], actors["social worker of the unit"]
    case = Case.objects.get()
    with as_(jonna):
        forged = (
            lambda: Consultation.objects.create(
                person=person, case=case, with_whom="other", held_on=date(2026, 11, 1), outcome="x", author=ulla
            ),
            lambda: Exemption.objects.create(
                person=person,
                kind="other",
                starts_on=date(2027, 1, 1),
                ends_on=date(2027, 2, 1),
                evidence="x",
                decided_by=ulla,
            ),
        )
        for forge in forged:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                forge()
        plan = Plan.objects.create(
            person=person,
            case=case,
            goal="g",
            weekly_minutes=0,
            review_on=date(2026, 11, 12) + timedelta(days=9),
            agreed_on=date(2026, 11, 12),
            agreed_how="phone",
        )
        Plan.objects.exclude(pk=plan.pk).update(replaced_at=now())
        Plan.objects.filter(pk=plan.pk).update(decided_at=now(), decided_by=ulla)
        plan.refresh_from_db()
        assert plan.decided_by_id == jonna.pk
        Plan.objects.filter(pk=plan.pk).update(decided_by=ulla)
        plan.refresh_from_db()
        assert plan.decided_by_id == jonna.pk
