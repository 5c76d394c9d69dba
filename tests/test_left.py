"""When responsibility ends, what was booked is the receiver's, and nobody counts from that day."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import make_aware

from trappan import database
from trappan.cases.models import Case, Meeting
from trappan.cases.operations import book_meeting, move_meeting, tell_meeting
from trappan.cases.testing import make_case
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=4)


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def meeting(case):
    with as_(case.responsible) as actor:
        return book_meeting(
            case=case,
            by=actor,
            starts_at=make_aware(datetime.combine(MONDAY, time(9))),
            minutes=30,
            how="visit",
            purpose="Uppföljning",
        )


def leave(case):
    Membership.objects.filter(pk=case.responsible_id).update(ends_on=LATER)
    set_today(LATER)


def test_a_meeting_to_come_of_one_who_left_is_on_the_list_of_whoever_has_the_case(case, meeting, client):
    sign_in(client, case.social_worker)
    assert f"/meetings/{meeting.pk}/" not in client.get("/").content.decode()
    leave(case)
    page = client.get("/").content.decode()
    assert f"/meetings/{meeting.pk}/" in page
    assert "har slutat. Flytta eller ställ in mötet" in page


def test_it_is_theirs_to_move_and_to_cancel(case, meeting):
    starts_at = make_aware(datetime.combine(MONDAY, time(13)))
    with as_(case.social_worker) as actor, pytest.raises(Refused, match="kollegas"):
        move_meeting(meeting=meeting, by=actor, starts_at=starts_at)
    leave(case)
    meeting = Meeting.objects.get()
    with as_(case.social_worker) as actor:
        moved = move_meeting(meeting=meeting, by=actor, starts_at=starts_at)
        assert moved.colleague_id == actor.membership_id
        tell_meeting(meeting=moved, outcome="cancelled")


def test_a_stranger_with_the_same_right_moves_nothing(case, meeting):
    leave(case)
    other = make_case()
    with as_(other.social_worker), pytest.raises(Meeting.DoesNotExist):
        Meeting.objects.get()
    third = make_colleague("social_worker", case.social_worker.unit)
    with as_(third) as actor, pytest.raises((Refused, Meeting.DoesNotExist)):
        move_meeting(meeting=meeting, by=actor, starts_at=make_aware(datetime.combine(MONDAY, time(13))))


def test_nobody_since_counts_from_the_day_when_somebody_left(case):
    Case.objects.filter(pk=case.pk).update(opened_on=TODAY - timedelta(days=300))
    leave(case)
    with as_(make_colleague("head_of_unit", case.unit)):
        (row,) = database.query("SELECT * FROM cases_unit_cases() WHERE responsible_id IS NULL")
    assert row.since == LATER


def test_a_social_worker_who_left_is_missed_from_that_day(case, client):
    Case.objects.filter(pk=case.pk).update(opened_on=TODAY - timedelta(days=300))
    Membership.objects.filter(pk=case.social_worker_id).update(ends_on=TODAY)
    colleague = make_colleague("social_worker", case.social_worker.unit)
    sign_in(client, colleague)
    page = client.get("/").content.decode()
    assert "Socialsekreteraren har slutat" in page
    assert "10 månader" not in page
