"""Published series of this municipality beside others', as they were brought in (series.csv); nothing is reckoned."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.other_support import MONTHLY, YEARLY
from trappan.insight.models import Goal, SeriesValue

# What Kolada's figures are called there; what is not here is called by its id.
TITLES: dict[str, Promise] = {
    "N31000": _("Cost of economic support, kronor an inhabitant of 18 to 64"),
    "N31807": _("Inhabitants with support at some time in the year, percent"),
    "N31814": _("Adults with long-term support, percent of adults with support"),
    "N31816": _("Adults with long-term support, percent of all adults"),
    "N31825": _("Adults with support at some time in the year, percent of all adults"),
    "N31849": _("Support paid out, kronor a household"),
    "N31857": _("Support paid out in all, thousand kronor"),
    "U31801": _("Adults with very long-term support, percent of adults with support"),
}
# Kolada's share of adults with support: what is left of a hundred has other support, at some time in the year.
WITH_SUPPORT = "N31825"


@dataclass(frozen=True)
class Area:
    """One municipality: its values by year; `is_own` is this one."""

    name: str
    is_own: bool
    values: dict[str, Decimal]


@dataclass(frozen=True)
class Compared:
    """One series: the years there are, and each municipality's, this one first."""

    indicator: str
    years: list[str]
    areas: list[Area]
    sources: list[str]
    digits: int

    @property
    def title(self) -> str:
        """Return what it is called."""
        return title_of(self.indicator)

    @property
    def own(self) -> Area | None:
        """Return this municipality; None where no area is called as it is."""
        return next((one for one in self.areas if one.is_own), None)

    def words(self, value: Decimal | None) -> str:
        """Return a value with as many decimals as the series has; a dash where there is none."""
        return "–" if value is None else number_format(value, self.digits, use_l10n=True, force_grouping=True)

    def rows(self) -> list[tuple[Area, list[str]]]:
        """Return the values of each municipality by year, in words."""
        return [(one, [self.words(one.values.get(year)) for year in self.years]) for one in self.areas]


def title_of(indicator: str) -> str:
    """Return what a series is called."""
    return f"{TITLES[indicator]} ({indicator})" if indicator in TITLES else indicator


def indicators() -> list[str]:
    """Return the yearly series that there are, those with a name first."""
    found = yearly().order_by().values_list("indicator", flat=True).distinct()
    return sorted(found, key=lambda one: (one not in TITLES, one))


def yearly() -> QuerySet[SeriesValue]:
    """Return the yearly values of women and men together."""
    return SeriesValue.objects.filter(gender="").exclude(period__contains="-")


def compared(indicator: str, municipality: str) -> Compared:
    """Return one series, by year."""
    by_area: dict[str, dict[str, Decimal]] = defaultdict(dict)
    sources = set()
    for one in yearly().filter(indicator=indicator):
        by_area[one.area][one.period] = one.value
        sources.add(one.source)
    own = called(municipality)
    areas = [Area(name, name in own, values) for name, values in by_area.items()]
    values = [value for area in areas for value in area.values.values()]
    return Compared(
        indicator,
        sorted({year for area in areas for year in area.values}),
        sorted(areas, key=lambda one: (not one.is_own, one.name)),
        sorted(sources),
        digits_of(values),
    )


def called(municipality: str) -> set[str]:
    """Return what a municipality may be called in a series: Linköpings kommun, Malmö stad, Region Gotland."""
    plain = re.sub("^Region | (kommun|[Ss]tad)$", "", municipality)
    return {municipality, plain, plain.removesuffix("s")}


def digits_of(values: Sequence[Decimal]) -> int:
    """Return with how many decimals a series is read: none where its numbers are large, one where they are shares."""
    return 0 if max(values, default=Decimal(0)) >= 1000 else 1


def goals_of(indicator: str) -> list[Goal]:
    """Return the goals of other support that can be drawn in a series: as the share that would be left with support."""
    if indicator != WITH_SUPPORT:
        return []
    found = Goal.objects.filter(taken_out_on=None, indicator__in=(MONTHLY, YEARLY), unit=Goal.Unit.PERCENT)
    return list(found.filter(direction=Goal.Direction.AT_LEAST))
