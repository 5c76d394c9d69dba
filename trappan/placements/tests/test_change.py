"""What changes a placement: another one in the way, a longer or other week, a move, a site's proposal."""

from datetime import timedelta

import pytest
from django.db import transaction

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.people import operations as people
from trappan.people.models import Grant, Person
from trappan.placements.models import Placement, ProposedChange, Session
from trappan.placements.operations import (
    answer,
    change_day,
    change_week,
    decide_change,
    end_placement,
    extend,
    propose_change,
)
from trappan.placements.testing import accept, offer
from trappan.plans.testing import make_plan
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.schedules.week import Part, read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


class TestElsewhereAtTheSameTime:
    def test_another_placement_is_named_with_its_time(self, case, cafe):
        offer(case, cafe, "tor 9-12")
        with pytest.raises(Refused, match=f"på {cafe.name} tors? 9–12"):
            offer(case, make_activity(), "tor 11-14")
        offer(case, make_activity(), "tor 12-14")

    def test_weeks_a_and_b_do_not_meet(self, case, cafe):
        offer(case, cafe, "tor 9-12 A")
        offer(case, make_activity(), "tor 9-12 B")

    def test_what_others_hold_in_the_plan_is_named_too(self, case, cafe):
        sfi = {"kind": "sfi", "title": "Sfi C", "held_by": "Komvux", "week": read_week("ons 9-12")}
        make_plan(case, parts=[sfi])
        with pytest.raises(Refused, match=r"Sfi C \(Komvux\) ons 9–12"):
            offer(case, cafe, "ons 8-10")
        placement = offer(case, cafe, "tor 9-12")
        accept(placement)
        wednesday = TODAY + timedelta(days=6)
        with as_(case.responsible), pytest.raises(Refused, match="Sfi C"):
            change_day(placement=placement, day=wednesday, today=TODAY, part=Part(2 * 1440 + 540, 2 * 1440 + 600))


class TestChanges:
    @pytest.fixture
    def placement(self, case, cafe, tor):
        made = offer(case, cafe, ends_on=TODAY + timedelta(days=30))
        accept(made)
        return made

    def test_extended_while_there_is_room_and_access_with_it(self, case, cafe, placement, tor):
        with as_(case.responsible):
            extend(placement=placement, ends_on=TODAY + timedelta(days=60), today=TODAY)
            placement.refresh_from_db()
            with pytest.raises(Refused, match="senare dag"):
                extend(placement=placement, ends_on=TODAY + timedelta(days=50), today=TODAY)
        set_today(TODAY + timedelta(days=59))
        with as_(tor):
            assert Person.objects.count() == 1
            assert Session.objects.filter(day__gte=TODAY + timedelta(days=30)).exists()

    def test_not_extended_where_somebody_else_has_the_place(self, case):
        narrow = make_activity(places=1)
        first = offer(case, narrow, ends_on=TODAY + timedelta(days=30))
        accept(first)
        offer(make_case(), narrow, starts_on=TODAY + timedelta(days=30))
        with as_(case.responsible), pytest.raises(Refused, match="ingen ledig plats"):
            extend(placement=first, ends_on=None, today=TODAY)

    def test_what_is_too_full_now_is_in_nobodys_way_later(self, case):
        """Only the added time is asked for: places taken until then, more than there are, count for nothing."""
        full = make_activity(places=3)
        first = offer(case, full, ends_on=TODAY + timedelta(days=30))
        accept(first)
        for _one in range(2):
            accept(offer(make_case(), full, ends_on=TODAY + timedelta(days=30)))
        full.places = 2
        full.save()
        with as_(case.responsible):
            extend(placement=first, ends_on=TODAY + timedelta(days=60), today=TODAY)
            first.refresh_from_db()
        assert first.ends_on == TODAY + timedelta(days=60)
        second = Placement.objects.exclude(pk=first.pk).first()
        offer(make_case(), full, starts_on=TODAY + timedelta(days=31))
        with as_(second.placed_by), pytest.raises(Refused, match="ingen ledig plats"):
            extend(placement=second, ends_on=TODAY + timedelta(days=60), today=TODAY)

    def test_not_extended_beyond_the_consent(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_activity(unit=make_unit("site", navet))
        make_colleague("supervisor", systuga.unit)
        with as_(case.responsible):
            people.give_consent(
                person=case.person,
                organisation=navet,
                parts=["placement"],
                given_how="paper",
                starts_on=TODAY,
                ends_on=TODAY + timedelta(days=30),
            )
        placement = offer(case, systuga, ends_on=TODAY + timedelta(days=20))
        accept(placement)
        grant = Grant.objects.get(basis="placement")
        assert grant.ends_at.date() <= TODAY + timedelta(days=30), "nor is the door open longer"
        with as_(case.responsible):
            extend(placement=placement, ends_on=TODAY + timedelta(days=30), today=TODAY)
            placement.refresh_from_db()
            with pytest.raises(Refused, match="samtycka"):
                extend(placement=placement, ends_on=TODAY + timedelta(days=31), today=TODAY)

    def test_other_times_from_a_day_leave_what_was(self, case, placement):
        with as_(case.responsible):
            change_week(
                placement=placement, week=read_week("mån 9-11"), from_day=TODAY + timedelta(days=7), today=TODAY
            )
            days = list(Session.objects.order_by("day").values_list("day", "minutes"))
        assert days[0] == (TODAY, 180)
        assert {(day.weekday(), minutes) for day, minutes in days[1:]} == {(0, 120)}

    def test_moved_when_the_new_site_accepts_and_not_before(self, case, cafe, placement):
        other = make_activity()
        there = make_colleague("supervisor", other.unit)
        moved = offer(case, other, starts_on=TODAY + timedelta(days=7), follows=placement)
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=30), "it goes on until the answer"
        with as_(there):
            answer(placement_id=moved.pk, accepts=True)
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=7)
        assert placement.end.kind == "next_place"
        with as_(case.responsible):
            per_day = list(Session.objects.values_list("day", flat=True))
        assert len(per_day) == len(set(per_day))

    @pytest.mark.requirement("R-146")
    def test_the_site_proposes_the_consultant_decides_and_both_see(self, case, placement, tor, client):
        sign_in(client, tor)
        url = f"/here/{placement.pk}/"
        form = {
            "acting_as": tor.pk,
            "form": "change",
            "change-kind": "week",
            "change-from_day": "2026-11-19",
            "change-reason": "Bussen går senare",
        }
        assert "Skriv de dagar" in client.post(url, form).content.decode()
        other = {**form, **pressed("tor 10-13", "change-week")}
        assert "inget klockslag" in client.post(url, {**other, "change-week-0-to": "tretton"}).content.decode()
        client.post(url, other)
        assert "redan föreslagit" in client.post(url, other).content.decode()
        assert "Väntar på konsulenten" in client.get(url).content.decode()
        (change,) = ProposedChange.objects.all()
        with as_(tor), transaction.atomic():
            assert not ProposedChange.objects.update(accepted=True), "a site decides nothing"
        sign_in(client, case.responsible)
        assert "föreslår en ändring" in client.get("/").content.decode()
        page = f"/placements/{placement.pk}/"
        sent = {"acting_as": case.responsible.pk, "form": "accept", "row": change.pk}
        assert client.post(page, sent).status_code == 302
        with as_(case.responsible):
            assert {
                str(Part(one.times.start, one.times.end))[4:]
                for one in Session.objects.filter(day__gte=TODAY + timedelta(days=7))
            } == {"10:00-13:00"}
            change.refresh_from_db()
            with pytest.raises(Refused, match="redan beslutat"):
                decide_change(change=change, accepts=False, today=TODAY, reason="Nej")
        sign_in(client, tor)
        assert "Godkänd och genomförd" in client.get(url).content.decode()

    def test_declined_with_a_reason_nothing_changes(self, case, placement, tor):
        with as_(tor):
            propose_change(
                placement=placement, kind="end", from_day=TODAY + timedelta(days=3), today=TODAY, reason="Fullt"
            )
        with as_(case.responsible):
            change = ProposedChange.objects.get()
            with pytest.raises(Refused, match="varför inte"):
                decide_change(change=change, accepts=False, today=TODAY)
            decide_change(change=change, accepts=False, today=TODAY, reason="Behöver platsen")
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=30)

    def test_a_change_that_cannot_be_carried_out_is_not_decided(self, case, tor, cafe):
        narrow = make_activity(unit=cafe.unit, places=1)
        first = offer(case, narrow, ends_on=TODAY + timedelta(days=30))
        accept(first)
        offer(make_case(), narrow, starts_on=TODAY + timedelta(days=30))
        with as_(tor):
            propose_change(placement=first, kind="end", from_day=TODAY + timedelta(days=90), today=TODAY, reason="Bra")
        with as_(case.responsible), pytest.raises(Refused, match="ingen ledig plats"), transaction.atomic():
            decide_change(change=ProposedChange.objects.get(), accepts=True, today=TODAY)
        assert ProposedChange.objects.get().accepted is None


def test_a_short_placement_is_extended_with_its_times_and_one_that_never_began_is_not(case, cafe):
    short = offer(case, cafe, ends_on=TODAY + timedelta(days=1))
    accept(short)
    with as_(case.responsible):
        extend(placement=short, ends_on=TODAY + timedelta(days=22), today=TODAY)
        assert Session.objects.filter(placement=short).count() == 4
    never = offer(case, make_activity(), "fre 9-12", starts_on=TODAY + timedelta(days=7))
    accept(never)
    with as_(case.responsible):
        end_placement(placement=never, ends_on=never.starts_on, reason="Ångrade sig")
        never.refresh_from_db()
        with pytest.raises(Refused, match="började aldrig"):
            extend(placement=never, ends_on=TODAY + timedelta(days=60), today=TODAY)
    waits = offer(case, make_activity(), "mån 9-12", ends_on=TODAY + timedelta(days=30))
    with as_(case.responsible):
        for change in (
            lambda: extend(placement=waits, ends_on=None, today=TODAY),
            lambda: change_week(placement=waits, week=read_week("tis 9-12"), from_day=TODAY, today=TODAY),
        ):
            with pytest.raises(Refused, match="inte svarat än"):
                change()


def test_times_that_begin_later_are_in_nobodys_way(case, cafe):
    long = offer(case, cafe, "mån 9-12")
    accept(long)
    with as_(case.responsible):
        change_week(placement=long, week=read_week("tor 9-12"), from_day=TODAY + timedelta(days=60), today=TODAY)
    offer(case, make_activity(), "tor 9-12", ends_on=TODAY + timedelta(days=20))
