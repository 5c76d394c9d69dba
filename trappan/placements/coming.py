"""Who comes to the site of a manager of an own department, as the database tells it to that manager alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from trappan import database
from trappan.schedules.periods import day_before
from trappan.schedules.week import Part
from trappan.ui.templatetags.ui import weekday


@dataclass(frozen=True)
class Comer:
    """Somebody who comes in a stretch of days: given name and a letter, the aim, the weeks, and whom one rings."""

    called: str
    activity: str
    aim: str
    starts_on: date
    ends_on: date | None
    contact: str
    phone: str
    days: Sequence[tuple[date, Part]]

    @property
    def last_on(self) -> date | None:
        return day_before(self.ends_on)

    def from_day(self, first: date) -> "Comer":
        """Return the same one with the days from a day on."""
        return replace(self, days=[(day, part) for day, part in self.days if day >= first])

    @property
    def in_words(self) -> str:
        """Say the days with the same hours together: mån, ons 9–12; fre 9–11."""
        hours: dict[str, list[str]] = {}
        for day, part in self.days:
            hours.setdefault(part.hours_in_words, []).append(weekday(day.weekday()))
        return "; ".join(f"{', '.join(days)} {words}" for words, days in hours.items())


def coming(from_day: date, to_day: date) -> list[Comer]:
    """Return those who come from a day up to another, in the order of their names; nothing to all but a manager."""
    rows: Sequence[Any] = database.rows("placements_coming", from_day, to_day)
    ordered = sorted(rows, key=lambda one: (one.called.casefold(), one.placement_id, one.day))
    made = []
    for _key, some in groupby(ordered, key=lambda one: one.placement_id):
        days = list(some)
        first = days[0]
        made.append(
            Comer(
                first.called,
                first.activity,
                first.aim,
                first.starts_on,
                first.ends_on,
                first.contact or "",
                first.phone or "",
                [(one.day, Part(one.starts_at, one.ends_at)) for one in days],
            )
        )
    return made


def next_monday(day: date) -> date:
    """Return the Monday after a day."""
    return day + timedelta(days=7 - day.weekday())
