"""Free places in the weeks to come, from what is planned; no guess and no prediction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from trappan.activities.models import Activity

WEEKS = 26


@dataclass(frozen=True)
class Outlook:
    """One activity in one week to come: fewest free, most taken, places; None where it is not open."""

    free: int
    taken: int
    places: int


@dataclass(frozen=True)
class Lane:
    """An activity's weeks to come; a week in which it is not open holds nothing."""

    activity: Activity
    weeks: list[Outlook | None]

    @property
    def first_free(self) -> int | None:
        """Return how many weeks from now there is first a place; None where there is none in sight."""
        return next((at for at, one in enumerate(self.weeks) if one and one.free), None)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def forecast(activities: Sequence[Activity], today: date, weeks: int = WEEKS) -> list[Lane]:
    """Return the weeks to come of these activities, from this one on, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM activities_forecast(%s, %s, %s)",
            [monday_of(today), weeks, [one.pk for one in activities]],
        )
        found = {(row[0], row[1]): Outlook(*row[2:]) for row in cursor.fetchall()}
    return [Lane(one, [found.get((one.pk, week)) for week in range(weeks)]) for one in activities]


def queue() -> int:
    """Return how many of the municipality wait for a place, counted without telling who."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT activities_queue()")
        return int(cursor.fetchone()[0])
