"""An indicator as it is asked for: by name, from a month to a month, by a breakdown; answered from the cells."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from trappan import database
from trappan.insight.disclosure.plan import PLAN, refuse_unpublished
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.indicators.weekly import BY_MONTHLY_NAME, WEEKLY
from trappan.insight.told import Told, told
from trappan.refusals import Refused
from trappan.schedules.weeks import monday_of, written


@dataclass(frozen=True)
class Asked:
    """What is asked for: `name` as it was written, and by week the figure that is told so; weeks are their Mondays."""

    name: str
    indicator: Indicator
    first: date
    last: date
    by: tuple[str, ...]

    @property
    def is_weekly(self) -> bool:
        """Tell whether weeks are asked for."""
        return self.indicator in WEEKLY


def read_asked(name: str, first: str, last: str, by: str) -> Asked:
    """Read what somebody has written: `first` and `last` as 2021-01, or as weeks, 2026-W40; `by` as gender,unit.

    Refused: an indicator that there is not, or that is not told by week; a month or week that is none, or the wrong way
    round; a breakdown that is not published.
    """
    if name not in BY_NAME:
        raise Refused(_("There is no such indicator. There are: %(all)s.") % {"all": ", ".join(BY_NAME)}, "indicator")
    if "W" in first + last:
        indicator = BY_MONTHLY_NAME.get(name)
        if indicator is None:
            there = {"all": ", ".join(BY_MONTHLY_NAME)}
            raise Refused(_("It is told by month alone. By week there are: %(all)s.") % there, "from")
        ends = read_monday(first, "from"), read_monday(last, "to")
        if ends[0] > ends[1]:
            raise Refused(_("The first week comes after the last: change places."), "from")
    else:
        indicator, ends = BY_NAME[name], (read_month(first, "from"), read_month(last, "to"))
        if ends[0] > ends[1]:
            raise Refused(_("The first month comes after the last: change places."), "from")
    return Asked(name, indicator, *ends, read_breakdown(indicator.name, by))


def read_monday(text: str, field: str) -> date:
    """Return the Monday of a week written as 2026-W40."""
    try:
        return monday_of(text)
    except ValueError:
        raise Refused(_("Write the week as 2026-W40, by its number in the calendar."), field) from None


def read_month(text: str, field: str) -> date:
    """Return the first day of a month written as 2021-01."""
    try:
        return datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007  # a month of the calendar, no moment
    except ValueError:
        raise Refused(_("Write the month as 2021-01."), field) from None


def read_breakdown(indicator: str, text: str) -> tuple[str, ...]:
    """Return a breakdown in its own order, whatever the order it was written in. Refused: one that is not told."""
    named = tuple(one.strip() for one in text.split(",") if one.strip())
    refuse_unpublished(indicator, named)
    return next(by for by in PLAN[indicator].by if sorted(by) == sorted(named))


def answer(asked: Asked, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return the figures asked for as they are given out; `names` says what units and organisers are called.

    A cell that is not shown has no numbers there either. The cutoff is the earliest of the months'.
    """
    found = told([asked.indicator.name], asked.by, asked.first, asked.last, door="insight_tellable")
    return {
        "indicator": asked.name,
        "title": str(asked.indicator.title),
        "unit": str(asked.indicator.unit),
        "definition": str(asked.indicator.definition),
        "cutoff": min(cell.cutoff for cell in found).isoformat(timespec="seconds") if found else None,
        "rows": [row(cell, asked, names) for cell in found],
    }


def row(cell: Told, asked: Asked, names: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return one cell as it is given out; what is not told has no numbers."""
    part = {name: names.get(name, {}).get(value, value) for name, value in zip(asked.by, cell.part, strict=True)}
    when = {"week": written(cell.month)} if asked.is_weekly else {"month": f"{cell.month:%Y-%m}"}
    numbers = {name: plain(getattr(cell, name)) for name in ("value", "numerator", "denominator")}
    return {**when, **part, **numbers, "shown": cell.shown}


def plain(number: float | None) -> float | int | None:
    """Return a whole number without decimals."""
    return int(number) if number is not None and number == int(number) else number


def called() -> dict[str, dict[str, str]]:
    """Return what units and organisers are called, by their number: asked by the worker's login, told of nobody."""
    names: dict[str, dict[str, str]] = {name: {} for name in DIMENSIONS if name in ("unit", "organiser")}
    for one in database.rows("insight_names"):
        names[one.what][str(one.id)] = one.name
    return names
