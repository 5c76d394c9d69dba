"""One definition of attendance, equal to a slow and obvious calendar on every day tried."""

from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import holidays
import pytest

from trappan.activities.models import SeatUse
from trappan.attendance.attended import sessions_of, totals
from trappan.attendance.models import Attendance, AttendedTime, Finding
from trappan.attendance.operations import record_attendance
from trappan.attendance.testing import put
from trappan.people.testing import make_person
from trappan.placements.models import Cancellation, Closure, DayChange, Placement, Suspension
from trappan.schedules.testing import set_today
from trappan.schedules.week import MINUTES_A_DAY, Part
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db


STOCKHOLM = ZoneInfo("Europe/Stockholm")


PUBLIC = holidays.country_holidays("SE", years=range(2026, 2028), include_sundays=False)


EVES = {date(2026, 12, 24), date(2026, 12, 31), date(2026, 6, 19), date(2026, 4, 4), date(2026, 5, 23)}


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
        letter = "b" if (day - date(2021, 1, 4)).days // 7 % 2 else "a"
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
        until = start + timedelta(days=random.randrange(1, 9))
        if any(start < last and first < until for first, last in slow.pauses):
            continue  # a pause does not overlap a pause
        slow.pauses.append((start, until))
        Suspension.objects.create(unit=cafe.unit, starts_on=start, ends_on=until, **about)
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


def test_sums_are_of_a_persons_own_sessions(case, cafe, tor):
    placement = put(case, cafe, "tor 9-12")
    with as_(tor) as actor:
        record_attendance(placement=placement, day=TODAY, by=actor, mark="partly", left_at=10 * 60)
    with as_(case.responsible):
        sums = totals(sessions_of(case.person_id, date(2026, 11, 1), date(2026, 12, 1)))
    assert (sums.attended, sums.undecided, sums.share) == (60, 120, 33)
