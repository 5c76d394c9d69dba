"""A file opened in an emergency or for supervision, over all rooms: a note and a meeting, and nothing more."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.cases import operations as cases
from trappan.cases.models import Case, Meeting, Note
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.outcomes.operations import record_exit
from trappan.people import operations as people
from trappan.placements.models import Placement
from trappan.placements.operations import propose
from trappan.plans.models import Goal
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.week import read_week
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
WHY = "Står i receptionen utan mat"


@pytest.fixture
def opener(town, planned):
    """A consultant of another unit who has opened the file."""
    made = make_colleague("consultant", make_unit("labour_market", town.municipality))
    number = planned.person.numbers.get().number
    with as_(made):
        people.open_in_emergency(number=number, reason=WHY)
    return made


def note(case, by, **changes):
    fields = {"kind": "contact", "source": "person", "fact": "Kom utan mat", "happened_at": now(), **changes}
    return cases.write_note(case=case, by=by, **fields)


def book(case, by, days=1, **changes):
    starts_at = now() + timedelta(days=days)
    return cases.book_meeting(case=case, by=by, starts_at=starts_at, minutes=30, how="visit", purpose="Mat", **changes)


def test_no_site_is_let_in_no_case_closed_and_no_goal_set(town, planned, opener, today):
    guidance = make_unit("guidance", town.municipality)
    refused = (
        lambda: propose(
            person=planned.person, activity=town.cafe, week=read_week("tor 9-12"), starts_on=today, aim="Öva"
        ),
        lambda: record_exit(case=planned, day=today, today=today, reason="other"),
        lambda: cases.stall(case=planned, reason="course", starts_on=today, today=today),
        lambda: cases.refer(case=planned, unit=guidance, purpose="Validering"),
        lambda: people.protect(person=planned.person, protection="marked"),
    )
    for do in refused:
        with as_(opener), pytest.raises(Refused):
            do()
    with as_(opener):
        assert Case.objects.update(closed_on=today) == 0
        assert Goal.objects.update(title="x") == 0
    assert not Placement.objects.exists()
    assert Case.objects.get().closed_on is None


def test_a_note_and_a_meeting_of_ones_own_are_written(town, planned, opener):
    with as_(town.jonna) as actor:
        hers = book(planned, actor)
        written = note(planned, actor)
    with as_(opener) as actor:
        mine = note(planned, actor)
        cases.change_note(
            note=mine,
            by=actor,
            edition=mine.edition,
            happened_at=now(),
            kind="contact",
            source="person",
            fact="Kom utan mat och pengar",
        )
        meeting = book(planned, actor, days=4)
        cases.tell_meeting(meeting=meeting, outcome="cancelled")
        assert Note.objects.filter(pk=written.pk).update(fact="x") == 0
        assert Meeting.objects.filter(pk=hers.pk).update(outcome="cancelled") == 0
    assert Note.objects.get(pk=mine.pk).fact.endswith("pengar")
    assert Meeting.objects.get(pk=meeting.pk).outcome == "cancelled"


def test_the_page_offers_what_may_be_done_and_says_so(town, planned, opener, client):
    sign_in(client, opener)
    page = text(client.get(reverse("desk:person", args=[planned.person_id])))
    assert "utan att ha ärendet" in page
    assert reverse("cases:journal", args=[planned.pk]) in page
    assert reverse("people:consent", args=[planned.person_id]) not in page
    sent = {"acting_as": opener.pk, "fact": "Kom utan mat", "kind": "contact", "source": "person"}
    journal = reverse("cases:journal", args=[planned.pk])
    assert 'name="fact"' in client.get(journal, {"write": ""}).content.decode()
    client.post(journal, {**sent, "day": "2026-11-12", "at": "00:00", "edition": "0"}, follow=True)
    assert Note.objects.get().author == opener


def test_a_head_who_looks_in_writes_nothing_else(town, planned, today):
    with as_(town.karin):
        cases.open_as_head(number=planned.number, reason="Klagomål från ombudet")
        assert Case.objects.update(closed_on=today) == 0


def test_a_head_hands_no_case_to_an_own_membership(town, planned):
    mine = Membership.objects.create(
        colleague=town.karin.colleague,
        unit=town.labour,
        role="consultant",
        starts_on="2020-01-01",
        confirmed_at="2020-01-01T00:00Z",
    )
    with as_(town.karin), pytest.raises(Refused, match="dig själv"):
        cases.reassign(number=planned.number, to=mine)
    assert Case.objects.get().responsible == town.jonna


def test_a_lone_head_is_told_that_nobody_could_agree_when_it_is_in_the_log(today, client):
    case = make_case()
    lone = make_colleague("head_of_unit", case.unit)
    with as_(case.responsible):
        people.protect(person=case.person, protection="marked")
    sign_in(client, lone)
    sent = {"acting_as": lone.pk, "number": case.number, "reason": WHY}
    assert "finns ingen annan chef" in text(client.post("/cases/open/", sent, follow=True))
    assert Event.objects.filter(verb="people.ask_supervision", actor=lone, person=case.person).exists()
    make_colleague("head_of_unit", make_unit("labour_market", case.unit.organisation))
    third = make_colleague("head_of_unit", case.unit)
    sign_in(client, third)
    asked = client.post("/cases/open/", {**sent, "acting_as": third.pk}, follow=True)
    assert "En annan enhetschef" in text(asked)
