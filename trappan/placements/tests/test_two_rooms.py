"""Nobody pauses twice at once, has other times on a day without any, or is booked into two rooms unasked."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.activities.models import SeatUse
from trappan.cases.models import Meeting
from trappan.cases.operations import book_meeting, move_meeting
from trappan.cases.testing import make_case
from trappan.placements.models import DayChange, Suspension
from trappan.placements.operations import cancel_day, change_day, resume, suspend
from trappan.placements.testing import accept, offer
from trappan.plans.testing import make_plan
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def placement(case, cafe, tor):
    made = offer(case, cafe)
    accept(made)
    return made


class TestPauses:
    def test_a_pause_does_not_overlap_a_pause(self, case, placement):
        with as_(case.responsible):
            suspend(placement=placement, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)
            with pytest.raises(Refused, match=r"redan pausad 19 nov.*25 nov"):
                suspend(placement=placement, starts_on=TODAY + WEEK + timedelta(days=3), ends_on=TODAY + 3 * WEEK)
            suspend(placement=placement, starts_on=TODAY + 2 * WEEK, ends_on=TODAY + 3 * WEEK)

    def test_the_database_takes_none_that_does(self, case, placement):
        about = {"placement": placement, "person_id": placement.person_id, "unit_id": placement.unit_id}
        with as_(case.responsible), pytest.raises(DatabaseError, match="one_pause_at_a_time"), transaction.atomic():
            for days in (0, 1):
                Suspension.objects.create(
                    **about, starts_on=TODAY + timedelta(days=days), ends_on=TODAY + timedelta(days=9)
                )

    def test_one_that_was_ended_is_in_nobodys_way(self, case, placement):
        with as_(case.responsible):
            made = suspend(placement=placement, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)
            resume(suspension=made)
            suspend(placement=placement, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)


class TestOtherTimes:
    def test_need_a_session_that_is_held_that_day(self, case, cafe, placement, tor):
        friday = read_week("fre 9-12").parts[0]
        with as_(case.responsible):
            with pytest.raises(Refused, match="ingen tid i schemat"), transaction.atomic():
                change_day(placement=placement, day=TODAY + timedelta(days=1), today=TODAY, part=friday)
            with pytest.raises(DatabaseError, match="no session"), transaction.atomic():
                DayChange.objects.create(
                    placement=placement,
                    person_id=placement.person_id,
                    unit_id=placement.unit_id,
                    day=TODAY + timedelta(days=1),
                )
        with as_(make_colleague("site_leader", tor.unit)):
            cancel_day(activity=cafe, day=TODAY + WEEK, today=TODAY, reason="Studiedag")
        with as_(case.responsible), pytest.raises(Refused, match="ingen tid i schemat"), transaction.atomic():
            change_day(placement=placement, day=TODAY + WEEK, today=TODAY, part=read_week("tor 13-16").parts[0])

    def test_are_pressed_or_typed_on_the_placements_page(self, case, placement, client):
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        sent = {"acting_as": case.responsible_id, "form": "times", "times-day": str(TODAY + WEEK)}
        pressed = client.post(
            page, {**sent, "times-times-from": "13", "times-times-to": "14", "times-times-press": "every 0 15"}
        )
        assert pressed.status_code == 200
        assert pressed.content.decode().count('aria-pressed="true"') == 3
        assert not DayChange.objects.exists(), "a pressed hour saves nothing"
        assert client.post(page, {**sent, "times-times-from": "13", "times-times-to": "15.30"}).status_code == 302
        change = DayChange.objects.get()
        assert (change.day, change.starts_at, change.ends_at) == (TODAY + WEEK, 13 * 60, 15 * 60 + 30)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({}, "Skriv tiderna, eller kryssa"),
            ({"times-times-from": "13", "times-times-to": "15", "times-away": "on"}, "det ena eller det andra"),
            ({"times-times-from": "15", "times-times-to": "13"}, "slutet måste komma efter början"),
            ({"times-times-from": "halv tio", "times-times-to": "13"}, "inget klockslag"),
        ],
    )
    def test_that_say_nothing_or_too_much_are_refused_and_stay_typed(self, case, placement, client, typed, said):
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        sent = {"acting_as": case.responsible_id, "form": "times", "times-day": str(TODAY + WEEK), **typed}
        answer = client.post(page, sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert all(f'value="{typed[name]}"' in answer.content.decode() for name in typed if name != "times-away")
        assert not DayChange.objects.exists()

    def test_are_of_the_week_that_the_calendar_says_also_once_it_counts_from_another_monday(self, case, placement):
        with as_(case.responsible):
            change_day(placement=placement, day=TODAY + WEEK, today=TODAY, part=read_week("tor 13-16").parts[0])
        assert SeatUse.objects.get(once=True).weeks == "a"
        for rules in RuleSet.objects.all():
            rules.parameters["week_a_from"] = "2021-01-11"
            rules.save()
        assert SeatUse.objects.get(once=True).weeks == "b"

    def test_a_tick_says_that_the_person_is_not_there(self, case, placement, client):
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        sent = {"acting_as": case.responsible_id, "form": "times", "times-day": str(TODAY + WEEK), "times-away": "on"}
        assert client.post(page, sent).status_code == 302
        assert DayChange.objects.get().starts_at is None


class TestMeetings:
    def book(self, case, day, at, **asked):
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

    def test_while_the_person_is_at_an_activity_is_asked_about(self, case, placement):
        day = TODAY + WEEK
        with pytest.raises(Refused, match="väntas i en aktivitet"):
            self.book(case, day, time(11, 30))
        self.book(case, day, time(12))
        assert self.book(case, day, time(11), elsewhere=True).elsewhere

    def test_a_part_of_every_other_week_is_in_the_way_in_its_own_weeks_only(self, case):
        make_plan(case, parts=[{"kind": "sfi", "title": "Sfi", "week": read_week("tor 9-12 A")}])
        with pytest.raises(Refused, match="väntas"):
            self.book(case, TODAY + WEEK, time(10))
        assert self.book(case, TODAY + 2 * WEEK, time(10)).pk

    def test_while_the_person_is_in_another_meeting_is_asked_about(self, case):
        self.book(case, TODAY + WEEK, time(13))
        with as_(case.social_worker) as actor, pytest.raises(Refused, match=case.responsible.colleague.family_name):
            book_meeting(
                case=case,
                by=actor,
                starts_at=make_aware(datetime.combine(TODAY + WEEK, time(13, 30))),
                minutes=30,
                how="visit",
                purpose="Samtal",
            )

    @pytest.mark.parametrize("day", [date(2026, 11, 14), date(2026, 12, 25), date(2026, 12, 24)])
    def test_on_a_closed_day_is_asked_about(self, case, day):
        with pytest.raises(Refused, match="har vi stängt"):
            self.book(case, day, time(9))
        assert self.book(case, day, time(9), closed_day=True).starts_at.month == day.month

    def test_moved_there_it_is_asked_about_too(self, case, placement):
        meeting = self.book(case, TODAY + WEEK, time(13))
        there = make_aware(datetime.combine(TODAY + WEEK, time(10)))
        with as_(case.responsible) as actor:
            with pytest.raises(Refused, match="väntas i en aktivitet"), transaction.atomic():
                move_meeting(meeting=meeting, by=actor, starts_at=there)
            assert move_meeting(meeting=meeting, by=actor, starts_at=there, elsewhere=True).elsewhere

    def test_each_is_asked_about_on_the_page_and_what_was_typed_stays(self, case, placement, client):
        sign_in(client, case.responsible)
        page = reverse("cases:meetings", args=[case.pk])
        assert 'type="hidden" name="elsewhere"' in client.get(page).content.decode()
        sent = {
            "acting_as": case.responsible_id,
            "day": str(TODAY + WEEK),
            "at": "10:00",
            "minutes": "60",
            "how": "visit",
            "purpose": "Om vägen",
        }
        answer = client.post(page, sent)
        assert answer.status_code == 422
        assert 'type="checkbox" name="elsewhere"' in answer.content.decode()
        assert "Om vägen" in answer.content.decode()
        assert client.post(page, {**sent, "elsewhere": "on"}).status_code == 302
        assert Meeting.objects.get().elsewhere

    def test_at_an_hour_that_does_not_exist_is_refused(self, case, client):
        sign_in(client, case.responsible)
        set_today(date(2027, 3, 1))
        page = reverse("cases:meetings", args=[case.pk])
        sent = {
            "acting_as": case.responsible_id,
            "day": "2027-03-28",
            "at": "02:30",
            "minutes": "60",
            "how": "phone",
            "purpose": "Samtal",
        }
        answer = client.post(page, sent)
        assert answer.status_code == 422
        assert "Den tiden finns inte" in answer.content.decode()

    def test_who_sees_nothing_of_the_placement_is_told_nothing_of_it(self, case, placement):
        """The warning is of what the colleague sees: here somebody who holds another person's plan."""
        other = make_case()
        with pytest.raises(DatabaseError):
            with as_(other.responsible), transaction.atomic():
                Meeting.objects.create(
                    person=case.person,
                    case=case,
                    starts_at=make_aware(datetime.combine(TODAY + WEEK, time(10))),
                    ends_at=make_aware(datetime.combine(TODAY + WEEK, time(11))),
                    purpose="x",
                )
