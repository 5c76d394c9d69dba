"""One definition of attendance, equal to a slow and obvious calendar on every day tried."""

from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import holidays
import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import Activity, SeatUse
from trappan.attendance.attended import sessions_of, totals
from trappan.attendance.models import Attendance, AttendedTime, Finding
from trappan.attendance.operations import find, mark_day, record_attendance, talk
from trappan.attendance.operations.attendance import Mark
from trappan.cases import operations as cases
from trappan.cases.testing import make_case
from trappan.people.testing import make_person
from trappan.placements.models import Cancellation, Closure, DayChange, Placement, Session, Suspension, ToldReason
from trappan.placements.operations import (
    cancel_day,
    change_day,
    close_site,
    end_placement,
    open_site,
    restore_day,
    resume,
    suspend,
    take_back_day,
    tell_reason,
)
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.schedules.week import MINUTES_A_DAY, Part, read_week
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
PUBLIC = holidays.country_holidays("SE", years=range(2026, 2028), include_sundays=False)
EVES = {date(2026, 12, 24), date(2026, 12, 31), date(2026, 6, 19), date(2026, 4, 4), date(2026, 5, 23)}


@pytest.fixture
def cafe(today):
    return Activity.objects.create(
        code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
    return make_case()


def put(case, cafe, week, starts_on=TODAY, ends_on=None):
    return make_placement(
        case.responsible, person=case.person, activity=cafe, week=week, starts_on=starts_on, ends_on=ends_on
    )


def elapsed(day, start, end):
    """Return the minutes that pass between two hours of a day, also when the clocks are moved."""

    def moment(minute):
        at = datetime.combine(day + timedelta(days=minute // MINUTES_A_DAY), datetime.min.time())
        return (at + timedelta(minutes=minute % MINUTES_A_DAY)).replace(tzinfo=STOCKHOLM).timestamp()

    return round((moment(end) - moment(start)) / 60)


class Slow:
    """Sessions day by day, in plain words."""

    def __init__(self, placement, week, random):
        self.placement, self.week, self.random = placement, week, random
        self.closures, self.cancelled, self.pauses = [], set(), []
        self.changes, self.marks, self.found = {}, {}, {}

    def parts(self, day):
        if not self.placement.covers(day):
            return []
        if day in self.changes:
            return [self.changes[day]] if self.changes[day] else []
        letter = "a" if day.isocalendar().week % 2 else "b"
        return [
            (part.start % MINUTES_A_DAY, (part.end - 1) % MINUTES_A_DAY + 1)
            for part in self.week
            if part.weekday == day.weekday() and part.weeks in ("every", letter)
        ]

    def expected(self, day):
        """Return the six amounts of a day, or None where there is no session."""
        parts = self.parts(day)
        if not parts:
            return None
        minutes = sum(elapsed(day, start, end) for start, end in parts)
        six = dict.fromkeys(("attended", "excused", "unexcused", "undecided", "unmarked", "neutral"), 0)
        closed = (
            day in PUBLIC
            or day in EVES
            or day in self.cancelled
            or any(first <= day < last for first, last in [*self.closures, *self.pauses])
        )
        if closed:
            six["neutral"] = minutes
        elif day not in self.marks:
            six["unmarked"] = minutes
        else:
            mark, said = self.marks[day]
            here = minutes if mark == "present" else min(said, minutes) if mark == "partly" else 0
            six["attended"] = here
            six[self.found.get(day, "undecided")] += minutes - here
        return six


@pytest.mark.parametrize("seed", range(30))
def test_every_minute_lies_in_exactly_one_place(seed, today, cafe):
    random = Random(seed)
    # Over the night when the clocks are moved, Christmas, and a year of 53 weeks.
    first = random.choice([date(2026, 3, 16), date(2026, 10, 12), date(2026, 12, 7)])
    set_today(first + timedelta(days=60))
    hours = [0, 1, 5, 8, 9, 12, 13, 16, 20, 24]
    week = []
    for _one in range(random.randrange(1, 6)):
        weekday, (start, end) = random.randrange(7), sorted(random.sample(hours, 2))
        part = Part(
            weekday * MINUTES_A_DAY + start * 60,
            weekday * MINUTES_A_DAY + end * 60,
            random.choice(["every", "every", "a", "b"]),
        )
        if not any(part.meets(other) for other in week):
            week.append(part)
    person = make_person(make_colleague("social_worker", make_unit("social_service")))
    seat = f"00000000-0000-4000-8000-{seed:012}"
    placement = Placement.objects.create(
        person=person,
        unit=cafe.unit,
        activity=cafe,
        seat=seat,
        starts_on=first,
        ends_on=random.choice([None, first + timedelta(days=40)]),
    )
    for part in week:
        SeatUse.objects.create(
            activity=cafe,
            seat=seat,
            starts_at=part.start,
            ends_at=part.end,
            weeks=part.weeks,
            starts_on=first,
            ends_on=placement.ends_on,
        )
    slow = Slow(placement, week, random)
    days = [first + timedelta(days=at) for at in range(60)]
    about = {"placement": placement, "person": person}
    for _one in range(random.randrange(3)):
        start = random.choice(days)
        slow.closures.append((start, start + timedelta(days=random.randrange(1, 6))))
        Closure.objects.create(unit=cafe.unit, starts_on=start, ends_on=slow.closures[-1][1], reason="x")
        start = random.choice(days)
        slow.pauses.append((start, start + timedelta(days=random.randrange(1, 9))))
        Suspension.objects.create(unit=cafe.unit, starts_on=start, ends_on=slow.pauses[-1][1], **about)
    for day in random.sample(days, 4):
        slow.cancelled.add(day)
        Cancellation.objects.create(activity=cafe, day=day, reason="x")
    for day in random.sample(days, 3):
        slow.changes[day] = random.choice([None, (13 * 60, 16 * 60)])
        start, end = slow.changes[day] or (None, None)
        DayChange.objects.create(unit=cafe.unit, day=day, starts_at=start, ends_at=end, **about)
    case = cases_note_of(person)
    for day in random.sample(days, 30):
        mark = random.choice(list(Attendance.Mark.values))
        said = random.randrange(1, 400) if mark == "partly" else 0
        slow.marks[day] = (mark, said)
        Attendance.objects.create(unit=cafe.unit, day=day, mark=mark, minutes=said, **about)
        if random.random() < 0.4:
            slow.found[day] = random.choice(["excused", "unexcused"])
            Finding.objects.create(
                day=day, kind=slow.found[day], reason="sick", conversation=case, author=case.author, **about
            )
    expected = {day: slow.expected(day) for day in days if slow.expected(day) is not None}
    rows = {
        row.day: row for row in AttendedTime.objects.filter(placement=placement, day__lt=days[-1] + timedelta(days=1))
    }
    assert {day: {name: getattr(row, name) for name in expected[day]} for day, row in rows.items()} == expected
    assert all(sum(six.values()) == rows[day].minutes for day, six in expected.items())
    sums = totals(rows.values())
    assert sums.assigned + sums.neutral == sum(row.minutes for row in rows.values())


def cases_note_of(person):
    """Keep a conversation that findings may rest on, as the owner."""
    from trappan.cases.models import Case, Note

    colleague = make_colleague("consultant")
    case = Case.objects.create(person=person, number=f"x-{person.pk}", unit=colleague.unit, opened_on=date(2026, 1, 1))
    at = datetime(2027, 6, 1, tzinfo=STOCKHOLM)
    return Note.objects.create(
        case=case,
        person=person,
        kind="absence_dialogue",
        source="person",
        happened_at=at,
        written_at=at,
        fact="x",
        author=colleague,
        unit=colleague.unit,
    )


def spoke(case, actor, at):
    return talk(
        case=case, by=actor, happened_at=at, what="Borta", own_words="Jag glömde", support=["times"], result="goes_on"
    )


class TestNobodyReachesPastTheRules:
    def test_a_seat_is_its_own_placements_and_its_consultants(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        thief = make_case()
        with as_(thief.responsible):
            assert SeatUse.objects.filter(seat=placement.seat).update(ends_on=TODAY) == 0
            for forged in (
                lambda: SeatUse.objects.create(
                    activity=cafe, seat=placement.seat, starts_at=0, ends_at=60, starts_on=TODAY
                ),
                lambda: Placement.objects.create(
                    person=thief.person, unit=cafe.unit, activity=cafe, seat=placement.seat, starts_on=TODAY
                ),
            ):
                with pytest.raises(DatabaseError), transaction.atomic():
                    forged()
        assert Session.objects.filter(placement=placement, day=TODAY).exists()

    def test_other_times_take_a_place_that_is_there(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            DayChange.objects.create(
                placement=placement, person=case.person, unit=cafe.unit, day=TODAY, starts_at=780, ends_at=900
            )

    def test_a_day_that_was_held_stays_held(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        leader = make_colleague("site_leader", cafe.unit)
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(leader) as actor, pytest.raises(Refused, match="redan markerad"):
            close_site(by=actor, starts_on=TODAY, ends_on=TODAY + timedelta(days=1), reason="x")
        with as_(case.responsible):
            with pytest.raises(Refused, match="redan markerad"):
                suspend(placement=placement, starts_on=TODAY, ends_on=TODAY + timedelta(days=3))
            with pytest.raises(Refused, match="redan markerad"):
                end_placement(placement=placement, ends_on=TODAY, reason="x")
        assert AttendedTime.objects.get().attended == 180

    def test_a_mark_is_signed_by_whoever_makes_it(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        colleague = make_colleague("supervisor", cafe.unit)
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(colleague) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        assert Attendance.objects.get().author_id == colleague.pk

    def test_another_sites_days_are_not_ones_own_to_say(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        about = {"placement": placement, "person": case.person, "day": TODAY}
        for role in ("supervisor", "site_leader", "consultant"):
            for forged in (
                lambda: Cancellation.objects.create(activity=cafe, day=TODAY, reason="x"),
                lambda: Closure.objects.create(
                    unit=cafe.unit, starts_on=TODAY, ends_on=TODAY + timedelta(days=1), reason="x"
                ),
                lambda: ToldReason.objects.create(unit=cafe.unit, reason="sick", **about),
                lambda: Attendance.objects.create(unit=cafe.unit, mark="present", **about),
                lambda: Finding.objects.create(kind="excused", reason="sick", **about),
            ):
                with as_(make_colleague(role)) as _actor, pytest.raises(DatabaseError), transaction.atomic():
                    forged()

    def test_a_finding_rests_on_a_mark(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            Finding.objects.create(placement=placement, person=case.person, day=TODAY, kind="excused", reason="sick")

    def test_the_other_week_is_another_place(self, case, cafe):
        Activity.objects.update(places=1)
        placement = put(case, cafe, "tor 9-12 A")
        put(make_case(), cafe, "fre 13-16 B")
        friday_a = date(2026, 11, 27 if date(2026, 11, 27).isocalendar().week % 2 else 20)
        with as_(case.responsible):
            change_day(placement=placement, day=friday_a, today=TODAY, part=read_week("fre 13-16").parts[0])

    @pytest.mark.parametrize(
        ("month", "shown"), [("0001-01", "februari 2020"), ("2027-01", "november 2026"), ("x", "november 2026")]
    )
    def test_a_month_that_is_none(self, case, client, month, shown):
        sign_in(client, case.responsible)
        page = client.get(reverse("attendance:attendance", args=[case.person_id]) + f"?month={month}")
        assert page.status_code == 200
        assert shown in page.content.decode()


class TestTheSitesDay:
    def test_a_day_that_is_cancelled_is_nobodys_absence_and_restored_as_a_whole(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor:
            made = cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Vattenläcka")
            with pytest.raises(Refused, match="hålls inte"):
                record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            with pytest.raises(Refused, match="redan inställd"):
                cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Igen")
            restore_day(cancellation=made)
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            with pytest.raises(Refused, match="redan markerad"):
                cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Nej")

    def test_a_closing_and_its_end(self, case, cafe, tor):
        put(case, cafe, "mån 9-12, tis 9-12")
        leader = make_colleague("site_leader", cafe.unit)
        monday = TODAY + timedelta(days=4)
        with as_(leader) as actor:
            closure = close_site(by=actor, starts_on=monday, ends_on=monday + timedelta(days=1), reason="Städdag")
            states = dict(
                Session.objects.filter(day__in=[monday, monday + timedelta(days=1)]).values_list("day", "state")
            )
            assert states == {monday: "closed", monday + timedelta(days=1): "held"}
            open_site(closure=closure)
            assert Session.objects.get(day=monday).state == "held"
            with pytest.raises(Refused, match="efter den första"):
                close_site(by=actor, starts_on=monday, ends_on=monday, reason="x")
        with as_(tor) as actor, pytest.raises(Refused):
            close_site(by=actor, starts_on=monday, ends_on=monday + timedelta(days=1), reason="x")

    def test_a_supervisor_marks_for_a_week_and_the_leader_corrects_after(self, case, cafe, tor, today):
        placement = put(case, cafe, "tor 9-12")
        set_today(TODAY + timedelta(days=14))
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY + timedelta(days=7), by=actor, mark="present")
            with pytest.raises(Refused, match="längre sedan"):
                record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(make_colleague("site_leader", cafe.unit)) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        from trappan.history.models import Version

        assert Version.objects.get(of_table="attendance_attendance").was["mark"] == "present"

    @pytest.mark.parametrize("minutes", [0, -5, 181])
    def test_minutes_beyond_the_session_are_refused(self, case, cafe, tor, minutes):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor, pytest.raises(Refused, match="mellan 1 och 180"):
            record_attendance(placement=placement, day=TODAY, by=actor, mark="partly", minutes=minutes)

    def test_the_calendar_page(self, case, cafe, tor, client):
        put(case, cafe, "tor 9-12")
        sign_in(client, tor)
        sent = {
            "acting_as": tor.pk,
            "form": "cancel",
            "cancel-activity": cafe.pk,
            "cancel-day": "2026-11-19",
            "cancel-reason": "Utflykt",
        }
        assert client.post("/calendar/", sent).status_code == 302
        page = client.get("/calendar/").content.decode()
        assert "Utflykt" in page
        assert "Stäng platsen" not in page
        client.post("/calendar/", {"acting_as": tor.pk, "form": "restore", "row": Cancellation.objects.get().pk})
        assert Session.objects.get(day=date(2026, 11, 19)).state == "held"


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
            with pytest.raises(Refused, match="alltid ett slut"):
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
        placement = put(case, cafe, "fre 0-3")
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
        days = Session.objects.filter(person=other.person, day__lt=TODAY + timedelta(days=30))
        assert {day.isocalendar().week % 2 for day in days.values_list("day", flat=True)} == {0}


@pytest.mark.requirement("R-236")
class TestReasons:
    @pytest.fixture
    def away(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        return placement

    def test_a_site_passes_a_reason_on_and_cannot_read_it(self, case, away, tor):
        with as_(tor):
            tell_reason(placement=away, day=TODAY, reason="sick", note="Feber")
            assert not ToldReason.objects.exists()
            assert AttendedTime.objects.get().undecided == 180
        with as_(case.responsible):
            assert ToldReason.objects.get().note == "Feber"

    def test_a_site_never_judges(self, away, tor):
        with as_(tor), pytest.raises((Refused, DatabaseError)), transaction.atomic():
            find(placement=away, day=TODAY, kind="excused", reason="sick")
        assert not Finding.objects.exists()

    def test_none_is_found_before_a_conversation(self, case, away):
        with as_(case.responsible) as actor:
            with pytest.raises(Refused, match="Prata med personen först"):
                find(placement=away, day=TODAY, kind="unexcused")
            note = cases.write_note(case=case, by=actor, happened_at=now(), kind="contact", source="person", fact="x")
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=note)
            bare = cases.write_note(
                case=case, by=actor, happened_at=now(), kind="absence_dialogue", source="person", fact="y"
            )
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=bare)
            early = spoke(case, actor, now() - timedelta(days=1)).note
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=early)
        set_today(TODAY + timedelta(days=1))
        with as_(case.responsible) as actor:
            find(placement=away, day=TODAY, kind="unexcused", conversation=spoke(case, actor, now()).note)
            assert AttendedTime.objects.get().unexcused == 180
            find(placement=away, day=TODAY, kind="excused", reason="doctor")
            row = AttendedTime.objects.get()
            assert (row.excused, row.unexcused) == (180, 0)
        assert Finding.objects.count() == 2

    def test_nobody_present_has_an_absence_to_judge(self, case, away, tor):
        with as_(tor) as actor:
            record_attendance(placement=away, day=TODAY, by=actor, mark="present")
        with as_(case.responsible), pytest.raises(Refused, match="inte markerad borta"):
            find(placement=away, day=TODAY, kind="excused", reason="sick")

    def test_the_month_in_the_browser_of_the_consultant(self, case, away, tor, client):
        with as_(tor):
            tell_reason(placement=away, day=TODAY, reason="child")
        sign_in(client, case.responsible)
        url = reverse("attendance:attendance", args=[case.person_id])
        page = client.get(url).content.decode()
        assert "Berättat: Vård av barn" in page
        assert "0 procent" in page
        find_url = reverse("attendance:find", args=[away.pk, str(TODAY)])
        sent = {"acting_as": case.responsible_id, "kind": "excused", "reason": "child"}
        assert client.post(find_url, sent).status_code == 302
        page = client.get(url).content.decode()
        assert "Ingen tid som räknas" in page
        sign_in(client, tor)
        assert client.get(url).status_code == 403
        assert client.get(find_url).status_code == 403
        sign_in(client, make_colleague("consultant"))
        assert client.get(url).status_code == 404
        assert client.get(find_url).status_code == 404


def test_sums_are_of_a_persons_own_sessions(case, cafe, tor):
    placement = put(case, cafe, "tor 9-12")
    with as_(tor) as actor:
        record_attendance(placement=placement, day=TODAY, by=actor, mark="partly", minutes=60)
    with as_(case.responsible):
        sums = totals(sessions_of(case.person_id, date(2026, 11, 1), date(2026, 12, 1)))
    assert (sums.attended, sums.undecided, sums.share) == (60, 120, 33)
