"""Attendance counted: read from `attended_time` alone, wherever a share or a sum is shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from trappan.activities.models import AttendedTime, Dialogue
from trappan.plans.models import Note


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


# Over a threshold of the day's rules within their window, and no conversation since the latest absence.
AWAY_MUCH = f"""
SELECT t.person_id, t.untold, t.sessions, t.attended, t.away, t.latest, t.days FROM (
  SELECT r.person_id, count(*) FILTER (WHERE r.away > 0 AND r.mark = 'absent_not_told') AS untold,
    count(*) FILTER (WHERE r.away > 0 OR r.attended > 0) AS sessions, sum(r.attended) AS attended,
    sum(r.away) AS away, max(r.day) FILTER (WHERE r.away > 0) AS latest, r.days
  FROM (SELECT a.person_id, a.day, a.mark, a.attended, a.undecided + a.unexcused AS away, w.days
    FROM (SELECT rule('prompt_window_days', today())::int AS days) w
    JOIN {AttendedTime._meta.db_table} a ON a.day > today() - w.days AND a.mark <> ''
    WHERE a.person_id = ANY (%s)) r
  GROUP BY r.person_id, r.days) t
WHERE t.latest IS NOT NULL
  AND (t.untold >= rule('prompt_untold', today())::int
    OR (t.sessions >= %s AND 100 * t.away >= rule('prompt_share', today())::int * (t.attended + t.away)))
  AND NOT EXISTS (SELECT FROM {Dialogue._meta.db_table} d JOIN {Note._meta.db_table} n ON n.id = d.note_id
    WHERE d.person_id = t.person_id AND (n.happened_at AT TIME ZONE 'Europe/Stockholm')::date >= t.latest)
"""
FEWEST = 3  # sessions: a share of less says nothing


def away_much(person_ids: Collection[int]) -> dict[int, Lately]:
    """Return those who have been away so much lately that somebody should talk with them, unanswered."""
    with connection.cursor() as cursor:
        cursor.execute(AWAY_MUCH, [list(person_ids), FEWEST])
        return {row[0]: Lately(*row[1:]) for row in cursor.fetchall()}
