"""Attendance counted: read from `attended_time` alone, wherever a share or a sum is shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, QuerySet

from trappan import database
from trappan.attendance.models import AttendedTime
from trappan.database.among import IsAmong
from trappan.database.written import Written, given_day, given_number
from trappan.placements.models import Placement
from trappan.rules.rulesets import rules_on


@dataclass(frozen=True)
class Totals:
    """Minutes of sessions, each in exactly one of the six."""

    attended: int
    excused: int
    unexcused: int
    undecided: int
    unmarked: int
    neutral: int

    @property
    def assigned(self) -> int:
        """Return the minutes that were assigned and held: all but the neutral ones."""
        return self.attended + self.excused + self.unexcused + self.undecided + self.unmarked

    @property
    def share(self) -> int | None:
        """Return attended of attended, unexcused and undecided, in whole percent; None of nothing.

        Excused and unmarked time is not in it, and stands beside it wherever it is shown.
        """
        whole = self.attended + self.unexcused + self.undecided
        return round(100 * self.attended / whole) if whole else None


NAMES = ("attended", "excused", "unexcused", "undecided", "unmarked", "neutral")


def totals(rows: Iterable[AttendedTime]) -> Totals:
    """Add rows up."""
    listed = list(rows)
    return Totals(*(sum(getattr(row, name) for row in listed) for name in NAMES))


def sessions_of(person_id: int, first: date, after: date) -> list[AttendedTime]:
    """Return a person's sessions between two days (half-open), in order of day."""
    return list(
        AttendedTime.objects.filter(person_id=person_id, day__gte=first, day__lt=after)
        .select_related("activity")
        .order_by("day", "starts_at", "placement_id")
    )


def there() -> QuerySet[AttendedTime]:
    """Ask for a site's sessions from `first` to the day before `after`.

    Its placements of those days are gathered first: secrecy would be asked of everybody who has ever been there.
    """
    unit, first, after = given_number("unit"), given_day("first"), given_day("after")
    placements = Placement.objects.lasting(first).filter(unit=unit, starts_on__lt=after).order_by()
    of_them = IsAmong("placement_id", ArraySubquery(placements.values("pk")))
    return AttendedTime.objects.filter(of_them, unit=unit, day__gte=first, day__lt=after)


THERE = Written(
    lambda: there().select_related("person", "activity", "placement").order_by("person__sort", "person_id", "starts_at")
)
UNMARKED = Written(
    lambda: there().filter(mark="", unmarked__gt=0).values_list("day").annotate(many=Count("key")).order_by("-day")
)


def day_at(unit_id: int, day: date) -> list[AttendedTime]:
    """Return those expected at a site on a day, in order of name."""
    return THERE.ask(unit=unit_id, first=day, after=day + timedelta(days=1))


def unmarked_days(unit_id: int, today: date) -> list[tuple[date, int]]:
    """Return the days before today that a site marks and has not, each with how many it has left, latest first."""
    window = today - timedelta(days=rules_on(today).marking_days)
    return UNMARKED.ask(unit=unit_id, first=window, after=today)


@dataclass(frozen=True)
class Lately:
    """How somebody has come in the last `days`: absences of which nothing was told, sessions, minutes.

    Absences found to have an acceptable reason are in none of them; `latest` is the latest other one.
    """

    untold: int
    sessions: int
    attended: int
    away: int
    latest: date
    days: int

    @property
    def share(self) -> int:
        """Return the share of the time away, in whole percent."""
        return round(100 * self.away / (self.attended + self.away))


FEWEST = 3  # sessions: a share of less says nothing


def away_much(person_ids: Collection[int]) -> dict[int, Lately]:
    """Return those who have been away so much lately that somebody should talk with them, unanswered.

    The database judges by the rules' thresholds, of people whose plan the asker holds.
    """
    found = database.rows("attendance_away_much", list(person_ids), FEWEST)
    return {person_id: Lately(*lately) for person_id, *lately in found}
