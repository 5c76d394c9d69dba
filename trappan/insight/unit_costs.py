"""What an agreement costs by place, by hour attended and by person and month, from told cells alone.

Each says its base (the cost that the partner has reported), its period, its denominator and how sure that is. Hours and
people are of those whose main activity is with the partner, whatever agreement brought them there. One month that is
hidden, or not counted, and there is no number: the sum of the others would be another period's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.insight.told import Told, in_words, told
from trappan.partnerships.models import Agreement, Budget, Cost
from trappan.partnerships.money import kronor
from trappan.schedules.months import months_between

HOURS, PEOPLE = "hours_attended", "coverage"
HALF_OF_TEN = 5  # hours are told in tens, so that a month's may be so many more or fewer


@dataclass(frozen=True)
class UnitCost:
    """One cost per something, in words: `value` of `count`; empty where it is not told, and then `why` says why not."""

    title: str
    counted: str
    value: str = ""
    count: str = ""
    sure: str = ""
    why: str = ""


@dataclass(frozen=True)
class Period:
    """The cost that a partner has reported, and the whole months that it is of."""

    cost: Cost
    months: Sequence[date]

    @property
    def amount(self) -> str:
        return kronor(self.cost.amount_ore)


def period_of(budget: Budget) -> Period | None:
    """Return the latest cost of a budget with its months; None where none is reported, or not of whole months.

    Hours are counted by month: a cost until the middle of one would be of more than its hours.
    """
    cost = next(iter(budget.costs.all()), None)
    if cost is None or budget.starts_on.day != 1 or (cost.as_of + timedelta(days=1)).day != 1:
        return None
    return Period(cost, months_between(budget.starts_on, cost.as_of))


def unit_costs(agreed: Agreement, period: Period) -> list[UnitCost]:
    """Return what the cost of a period comes to, each way; two questions to the database."""
    months, ore = period.months, period.cost.amount_ore
    part = (str(agreed.organisation_id),)
    cells = [one for one in told([HOURS, PEOPLE], ("organiser",), months[0], months[-1]) if one.part == part]
    return [
        per_place(agreed, ore, months),
        per_hour([one for one in cells if one.indicator == HOURS], ore, months),
        per_person([one for one in cells if one.indicator == PEOPLE], ore, months),
        untold(_("Per step"), _("People who came up a step of the staircase.")),
        untold(_("Per outcome"), _("People who left for work or studies.")),
    ]


def untold(title: str, counted: str) -> UnitCost:
    """Return a cost that no figure is told for: of one partner they are few in nearly every month."""
    why = _("Not told: of one partner they are so few in a month that somebody could be known.")
    return UnitCost(title, counted, why=why)


def per_place(agreed: Agreement, ore: int, months: Sequence[date]) -> UnitCost:
    """Return the cost of a place a month: what is agreed on each month's first day, added up. Nobody stands there."""
    title, counted = _("Per place and month"), _("Places in the agreement on the first day of each month, added up.")
    places = sum(agreed.places_on(month) for month in months)
    if not places:
        return UnitCost(title, counted, why=_("The agreement names no places."))
    count = ngettext("%(count)s place and month", "%(count)s places and months", places) % {"count": in_words(places)}
    return UnitCost(title, counted, divided(ore, places), count, _("Exact: as it is agreed, filled or not."))


def per_hour(cells: Sequence[Told], ore: int, months: Sequence[date]) -> UnitCost:
    """Return the cost of an hour attended, between what the rounding of hours allows."""
    title = _("Per hour attended")
    counted = _(
        "Hours attended by those whose main activity is with the partner and who have a plan that asks for hours."
    )
    why = missing(cells, months)
    hours = round(sum(one.numerator or 0 for one in cells))
    off = HALF_OF_TEN * len(months)
    if why or hours <= off:
        return UnitCost(title, counted, why=why or _("Too few hours: they are told in tens each month."))
    words = {"low": divided(ore, hours + off), "high": divided(ore, hours - off)}
    sure = _("Between %(low)s and %(high)s: the hours of a month are told in tens.") % words
    return UnitCost(title, counted, divided(ore, hours), _("Hours: %(count)s") % {"count": in_words(hours)}, sure)


def per_person(cells: Sequence[Told], ore: int, months: Sequence[date]) -> UnitCost:
    """Return the cost of a person a month: who took part at least once in it, and should by the requirement."""
    title = _("Per person and month taking part")
    counted = _(
        "People under the activity requirement whose main activity is with the partner and who took part at least once "
        "in the month, added up: whoever takes part in nine months is counted nine times."
    )
    people = round(sum(one.numerator or 0 for one in cells))
    why = missing(cells, months)
    if why or not people:
        return UnitCost(title, counted, why=why or _("Nobody took part."))
    count = _("%(count)s people and months") % {"count": in_words(people)}
    sure = _("As told then: a month has been put right since.") if corrected(cells) else _("As counted.")
    return UnitCost(title, counted, divided(ore, people), count, sure)


def corrected(cells: Sequence[Told]) -> bool:
    """Tell whether a month stands as it was told, though the sources say otherwise by now."""
    return any(one.corrected for one in cells)


def missing(cells: Sequence[Told], months: Sequence[date]) -> str:
    """Say in how many months there is no number to be told; nothing where all have one."""
    shown = {one.month for one in cells if one.shown and one.numerator is not None}
    without = sum(month not in shown for month in months)
    if not without:
        return ""
    words = {"count": without, "all": len(months)}
    return _("Not told. Months hidden, since they are of few, or not counted: %(count)s of %(all)s.") % words


def divided(ore: int, count: int) -> str:
    """Say an amount divided, rounded half up to whole kronor."""
    return kronor((2 * ore + 100 * count) // (200 * count) * 100)
