"""What is agreed after a meeting is booked, and puts the person in two rooms at once, is warned of."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.cases.models import Meeting
from trappan.cases.operations import book_meeting, keep_meeting, move_meeting
from trappan.cases.testing import make_case
from trappan.placements.meetings import crossed, to_come
from trappan.placements.operations import (
    cancel_day,
    change_day,
    change_week,
    end_placement,
    extend,
    restore_day,
    resume,
    suspend,
)
from trappan.placements.testing import accept, offer
from trappan.plans.models import Plan, PlanPart
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
THURSDAY = TODAY + timedelta(days=7)


def book(case, day=THURSDAY, at=time(10), **asked):
    with as_(case.responsible) as actor:
        return book_meeting(
            case=case,
            by=actor,
            starts_at=make_aware(datetime.combine(day, at)),
            minutes=60,
            how="visit",
            purpose="Samtal",
            **asked,
        )


def warned(membership):
    """Return which meetings of a colleague's own are warned of, with where the person is expected."""
    with as_(membership):
        return [(one.meeting.pk, one.place) for one in crossed(to_come().filter(colleague_id=membership.pk))]


@pytest.fixture
def placed(case, cafe, tor):
    def place(week="tor 9-12", **about):
        made = offer(case, cafe, week, **about)
        accept(made)
        return made

    return place


def test_an_acceptance_after_the_booking_is_warned_of(case, cafe, tor):
    meeting = book(case)
    offered = offer(case, cafe)
    assert warned(case.responsible) == []
    accept(offered)
    assert warned(case.responsible) == [(meeting.pk, cafe.name)]


def changed_week(case, placement, _leader):
    change_week(placement=placement, week=read_week("fre 9-12"), from_day=TODAY, today=TODAY)


def other_times(case, placement, _leader):
    change_day(placement=placement, day=THURSDAY, today=TODAY, part=read_week("tor 13-16").parts[0])


def longer(case, placement, _leader):
    extend(placement=placement, ends_on=THURSDAY + timedelta(days=30), today=TODAY)


@pytest.mark.parametrize(
    ("act", "day", "at"),
    [
        (changed_week, THURSDAY + timedelta(days=1), time(10)),
        (other_times, THURSDAY, time(14)),
        (longer, THURSDAY + timedelta(days=14), time(10)),
    ],
)
def test_a_change_after_the_booking_is_warned_of(case, cafe, placed, act, day, at):
    placement = placed(ends_on=THURSDAY + timedelta(days=7))
    meeting = book(case, day, at)
    assert warned(case.responsible) == []
    with as_(case.responsible):
        act(case, placement, None)
    assert warned(case.responsible) == [(meeting.pk, cafe.name)]


def test_a_pause_and_a_cancelled_day_taken_back_are_warned_of(case, cafe, placed, tor):
    placement = placed()
    with as_(case.responsible):
        pause = suspend(placement=placement, starts_on=THURSDAY, ends_on=THURSDAY + timedelta(days=7))
    meeting = book(case)
    with as_(case.responsible):
        resume(suspension=pause)
    assert warned(case.responsible) == [(meeting.pk, cafe.name)]
    with as_(make_colleague("site_leader", tor.unit)):
        cancelled = cancel_day(activity=cafe, day=THURSDAY, today=TODAY, reason="Studiedag")
    assert warned(case.responsible) == []
    with as_(make_colleague("site_leader", tor.unit)):
        restore_day(cancellation=cancelled)
    assert warned(case.responsible) == [(meeting.pk, cafe.name)]


@pytest.fixture
def studies(case):
    """SFI on Thursday mornings in a plan that nobody has decided yet."""
    make_mapping(case)
    plan = Plan.objects.create(
        person=case.person,
        case=case,
        goal="Svenska",
        weekly_minutes=1200,
        review_on=THURSDAY,
        agreed_on=TODAY,
        agreed_how="meeting",
    )
    PlanPart.objects.create(
        person=case.person,
        plan=plan,
        kind="sfi",
        title="SFI, kurs C",
        held_by="Komvux",
        starts_at=3 * 1440 + 540,
        ends_at=3 * 1440 + 720,
        minutes=180,
    )
    return plan


def test_what_others_hold_in_a_plan_decided_afterwards_is_warned_of(case, studies):
    meeting = book(case)
    assert warned(case.responsible) == []
    Plan.objects.filter(pk=studies.pk).update(decided_at=make_aware(datetime.combine(TODAY, time(8))))
    assert warned(case.responsible) == [(meeting.pk, "SFI, kurs C")]


def test_what_others_hold_is_asked_about_when_a_meeting_is_booked(case, studies):
    Plan.objects.filter(pk=studies.pk).update(decided_at=make_aware(datetime.combine(TODAY, time(8))))
    with pytest.raises(Refused, match="väntas i en aktivitet"):
        book(case)
    book(case, at=time(12))
    book(case, date(2026, 12, 24), closed_day=True)  # an eve: nobody is at school


def test_a_meeting_meant_all_the_same_moved_or_past_is_not_warned_of(case, cafe, tor):
    kept, moved = book(case), book(case, THURSDAY + timedelta(days=7))
    accept(offer(case, cafe))
    assert len(warned(case.responsible)) == 2
    with as_(case.responsible) as actor:
        keep_meeting(meeting=kept)
        move_meeting(
            meeting=moved, by=actor, starts_at=make_aware(datetime.combine(THURSDAY + timedelta(days=7), time(13)))
        )
    assert warned(case.responsible) == []


def test_an_end_of_the_placement_ends_the_warning(case, placed):
    meeting = book(case)
    placement = placed()
    assert [pk for pk, _place in warned(case.responsible)] == [meeting.pk]
    with as_(case.responsible):
        end_placement(placement=placement, ends_on=THURSDAY)
    assert warned(case.responsible) == []


def test_a_colleague_with_another_person_keeps_and_learns_nothing(case, cafe, tor):
    meeting = book(case)
    accept(offer(case, cafe))
    other = make_case()
    with as_(other.responsible):
        assert crossed(Meeting.objects.filter(pk=meeting.pk)) == []
        with pytest.raises(Refused, match="redan"), transaction.atomic():
            keep_meeting(meeting=meeting)
    with as_(tor), pytest.raises((DatabaseError, Refused)), transaction.atomic():
        keep_meeting(meeting=meeting)
    assert not Meeting.objects.get(pk=meeting.pk).elsewhere


def test_proposing_warns_at_once_with_a_link_and_so_does_the_placement(case, cafe, tor, client):
    meeting = book(case)
    link = f'href="/meetings/{meeting.pk}/"'
    sign_in(client, case.responsible)
    sent = {
        "acting_as": case.responsible_id,
        "activity": cafe.pk,
        **pressed("tor 9-12"),
        "starts_on": str(TODAY),
        "aim": "Öva",
    }
    answer = client.post(reverse("placements:place", args=[case.person_id]), sent, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert link in page
    assert "när ni har möte" in page
    placement = case.person.placements.get()
    at = reverse("placements:placement", args=[placement.pk])
    assert link in client.get(at).content.decode()
    accept(placement)
    assert link in client.get(at).content.decode()
    start = client.get("/").content.decode()
    assert ": väntas i " in start
    assert link in start
    assert re.search(r">\s*Öppna\s*<", start)
    assert not re.search(r">\s*Open\s*<", start), "a word with a context is put into Swedish too"
    client.post(f"/meetings/{meeting.pk}/", {"acting_as": case.responsible_id, "form": "keep"})
    assert ": väntas i " not in client.get("/").content.decode()
    assert link not in client.get(at).content.decode()
