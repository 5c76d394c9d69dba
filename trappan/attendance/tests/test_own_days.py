"""A person's own days: a pause, other times, and both taken back."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import Activity, SeatUse
from trappan.attendance.operations import mark_day
from trappan.attendance.operations.attendance import Mark
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.placements.models import DayChange, Session, Suspension
from trappan.placements.operations import change_day, resume, suspend, take_back_day
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.letters import week_letters
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


class TestThePersonsDays:
    def test_a_pause_ends_by_itself_and_keeps_the_place(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible):
            suspend(placement=placement, starts_on=TODAY, ends_on=TODAY + timedelta(days=14))
            states = list(
                Session.objects.filter(day__lt=TODAY + timedelta(days=15))
                .order_by("day")
                .values_list("state", flat=True)
            )
            assert states == ["suspended", "suspended", "held"]
            with pytest.raises(Refused, match="före den första"):
                suspend(placement=placement, starts_on=TODAY, ends_on=TODAY)
        assert SeatUse.objects.filter(ends_on=None).count() == 1

    def test_other_times_one_day_take_a_place_of_their_own(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        day = TODAY + timedelta(days=7)
        with as_(case.responsible):
            change_day(placement=placement, day=day, today=TODAY, part=read_week("tor 13-16").parts[0])
            one = Session.objects.get(day=day)
            assert (one.starts_at, one.ends_at, one.minutes) == (13 * 60, 16 * 60, 180)
            with pytest.raises(Refused, match="redan avtalat"):
                change_day(placement=placement, day=day, today=TODAY)
        Activity.objects.update(places=1)
        other = make_case()
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(other, cafe, "tor 14-15", starts_on=day, ends_on=day + timedelta(days=1))
        put(other, cafe, "tor 14-15", starts_on=day + timedelta(days=7))

    def test_back_sooner_the_days_count_again_and_a_pause_to_come_never_begins(self, case, cafe, client):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible):
            suspend(placement=placement, starts_on=TODAY, ends_on=TODAY + timedelta(days=28))
            suspend(placement=placement, starts_on=TODAY + timedelta(days=42), ends_on=TODAY + timedelta(days=60))
        set_today(TODAY + timedelta(days=5))
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        assert "Avsluta pausen" in client.get(page).content.decode()
        for pause in Suspension.objects.all():
            row = {"acting_as": case.responsible_id, "form": "resume", "row": pause.pk}
            assert client.post(page, row).status_code == 302
            assert "redan slut" in client.post(page, row, follow=True).content.decode()
        states = dict(Session.objects.filter(day__lt=TODAY + timedelta(days=60)).values_list("day", "state"))
        assert [day for day, state in states.items() if state == "suspended"] == [TODAY], (
            "days gone by stay as they were"
        )
        assert client.post(page, {**row, "row": "x"}).status_code == 404

    def test_a_time_that_has_begun_today_stays_as_it_was(self, case, cafe):
        placement = put(case, cafe, "tor 0-3")
        with as_(case.responsible):
            suspend(placement=placement, starts_on=TODAY, ends_on=TODAY + timedelta(days=7))
            change_day(placement=placement, day=TODAY + timedelta(days=7), today=TODAY)
            assert resume(suspension=Suspension.objects.get()) == TODAY + timedelta(days=1)
            with pytest.raises(Refused, match="redan slut"):
                resume(suspension=Suspension.objects.get())
            assert Session.objects.get(day=TODAY).state == "suspended"
            assert Suspension.objects.get().ends_on == TODAY + timedelta(days=1)
        set_today(TODAY + timedelta(days=7))
        with as_(case.responsible), pytest.raises(Refused, match="börjat"):
            take_back_day(change=DayChange.objects.get())
        assert not Session.objects.filter(day=TODAY + timedelta(days=7)).exists()

    def test_other_times_are_taken_back_and_free_their_place(self, case, cafe, client, tor):
        placement = put(case, cafe, "tor 9-12")
        day = TODAY + timedelta(days=7)
        afternoon = read_week("tor 13-16").parts[0]
        with as_(case.responsible):
            change_day(placement=placement, day=day, today=TODAY, part=afternoon)
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        row = {"acting_as": case.responsible_id, "form": "take_back_day", "row": DayChange.objects.get().pk}
        assert "13–16" in client.get(page).content.decode()
        assert client.post(page, row).status_code == 302
        assert "tillbakataget" in client.post(page, row, follow=True).content.decode()
        assert Session.objects.get(day=day).starts_at == 9 * 60
        Activity.objects.update(places=1)
        put(make_case(), cafe, "tor 14-15", starts_on=day, ends_on=day + timedelta(days=1))
        with as_(case.responsible):
            change_day(placement=placement, day=day, today=TODAY)
        set_today(day)
        change = DayChange.objects.get(taken_back_at=None)
        set_today(day + timedelta(days=1))
        with as_(case.responsible), pytest.raises(Refused, match="har passerat"):
            take_back_day(change=change)

    def test_what_is_marked_stands(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible):
            change_day(placement=placement, day=TODAY, today=TODAY, part=read_week("tor 0-3").parts[0])
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")])
        with as_(case.responsible), pytest.raises(Refused, match="redan markerad"):
            take_back_day(change=DayChange.objects.get())

    def test_nobody_else_takes_them_back(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        day = TODAY + timedelta(days=7)
        with as_(case.responsible):
            suspend(placement=placement, starts_on=TODAY + timedelta(days=1), ends_on=day)
            change_day(placement=placement, day=day, today=TODAY)
        pause, change = Suspension.objects.get(), DayChange.objects.get()
        for stranger in (tor, case.social_worker, make_case().responsible):
            with as_(stranger), pytest.raises(Refused):
                resume(suspension=pause)
            with as_(stranger), pytest.raises(Refused):
                take_back_day(change=change)
        with as_(case.responsible), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            DayChange.objects.update(taken_back_at=now())

    def test_every_other_week_shares_a_place_with_the_other(self, case, cafe):
        Activity.objects.update(places=1)
        put(case, cafe, "tor 9-12 A")
        other = make_case()
        put(other, cafe, "tor 9-12 B")
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(make_case(), cafe, "tor 9-12 B")
        days = Session.objects.filter(person=other.person, day__range=(TODAY, date(2027, 1, 31)))
        assert date(2027, 1, 7) in days.values_list("day", flat=True), "the week after week 53 is the other"
        assert set(week_letters(days.values_list("day", flat=True)).values()) == {"b"}
