"""Meetings: booked, moved, cancelled, and what became of them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.cases import operations
from trappan.cases.models import Meeting
from trappan.cases.testing import make_case
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


def moment_of(day, at):
    return make_aware(datetime.combine(day, at))


FRIDAY = date(2026, 11, 13)


@pytest.fixture
def case(today):
    return make_case()


def book(case, day=FRIDAY, at=time(9), **other):
    with as_(case.responsible) as actor:
        return operations.book_meeting(
            case=case,
            by=actor,
            starts_at=moment_of(day, at),
            **{"minutes": 60, "how": "visit", "purpose": "Kartläggning", **other},
        )


@pytest.mark.requirement("R-006")
def test_booked_held_and_told(client, case, today):
    sign_in(client, case.responsible)
    page = reverse("cases:meetings", args=[case.pk])
    form = {
        "acting_as": case.responsible_id,
        "day": "2026-11-13",
        "at": "23:05",
        "minutes": "45",
        "how": "visit",
        "place": "Rum 3",
        "purpose": "Första samtalet",
        "interpreter": "arabiska",
    }
    assert client.post(page, form).status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.starts_at == moment_of(FRIDAY, time(23, 5))
    assert "tolk arabiska" in client.get(page).content.decode()
    set_today(FRIDAY)
    start = client.get("/").content.decode()
    assert "Möten i dag" in start
    set_today(FRIDAY + timedelta(days=3))
    start = client.get("/").content.decode()
    assert "Säg hur det blev" in start
    url = reverse("cases:meeting", args=[meeting.pk])
    client.post(url, {"acting_as": case.responsible_id, "form": "tell", "tell-outcome": "came"})
    meeting.refresh_from_db()
    assert meeting.outcome == "came"
    assert "Säg hur det blev" not in client.get("/").content.decode()


def test_a_past_time_and_two_at_once_are_refused(client, case, today):
    with pytest.raises(Refused, match="framåt i tiden"):
        book(case, day=today - timedelta(days=1))
    book(case)
    with pytest.raises(Refused, match="annat möte"):
        book(case, at=time(9, 30))
    book(case, at=time(10))
    sign_in(client, case.responsible)
    form = {
        "acting_as": case.responsible_id,
        "day": "2026-11-13",
        "at": "9 30",
        "minutes": "x",
        "how": "visit",
        "purpose": "Samtal",
    }
    answer = client.post(reverse("cases:meetings", args=[case.pk]), form)
    assert "till exempel 9.30" in answer.content.decode()
    assert "från 5 minuter" in answer.content.decode()


def test_moved_keeps_both_and_a_cancelled_time_is_free_again(case):
    meeting = book(case)
    with as_(case.responsible) as actor:
        new = operations.move_meeting(meeting=meeting, by=actor, starts_at=moment_of(FRIDAY, time(9, 15)))
        meeting.refresh_from_db()
        assert meeting.outcome == "moved"
        assert new.moved_from_id == meeting.pk
        assert new.purpose == meeting.purpose
        operations.tell_meeting(meeting=new, outcome="cancelled")
        with pytest.raises(Refused, match="ställts in"):
            operations.tell_meeting(meeting=new, outcome="came")
        with pytest.raises(Refused, match="Boka ett nytt"):
            operations.move_meeting(meeting=new, by=actor, starts_at=moment_of(FRIDAY, time(14)))
    book(case)


def test_what_has_not_been_held_has_no_outcome(case):
    meeting = book(case)
    with as_(case.responsible), pytest.raises(Refused, match="inte hållits"):
        operations.tell_meeting(meeting=meeting, outcome="missed")
    set_today(FRIDAY + timedelta(days=1))
    with as_(case.responsible), pytest.raises(Refused, match="om personen kom"):
        operations.tell_meeting(meeting=meeting, outcome="cancelled")
