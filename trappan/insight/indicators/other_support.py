"""The share of all adults who have other support than ours, read in two ways, of the spine and the inhabitants."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Sum

from trappan import database
from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import MONTH
from trappan.insight.indicators.definitions import BY_NAME, OF_INHABITANTS
from trappan.insight.models import Build, Cell, Population
from trappan.insight.role import counting

MONTHLY, YEARLY = (indicator.name for indicator in OF_INHABITANTS)
# Different people in a year, of years of which every month is told: so each is over, and has been reported.
IN_A_YEAR = """
SELECT extract(year FROM month)::int AS year,
  count(DISTINCT pseudonym) FILTER (WHERE on_support AND age >= 18) AS adults
FROM insight_personmonth WHERE extract(year FROM month) IN (
  SELECT extract(year FROM c.month) FROM insight_cell c WHERE c.indicator = 'people' AND c.period = 'month'
    AND c.by = '{}' GROUP BY 1 HAVING count(*) = 12)
GROUP BY 1
"""


@dataclass(frozen=True)
class Adults:
    """How many adults had support in a month, or in the year that it ends; `corrected` as in a cell."""

    name: str
    month: date
    number: int
    corrected: bool


def prepare_other_support() -> int:
    """Write the cells of both ways, of every month and year whose inhabitants are known; return how many stand.

    In the month's own cell, and for a year in that of its December. A year without inhabitants has none. Months follow
    what is told of adults; a year stands as it was told until it moves by as many as tell of nobody.
    """
    with counting():
        builds = dict(Build.objects.values_list("month").annotate(latest=Max("id")))
        inhabitants = inhabitants_of()
        cells = [
            cell(one, inhabitants[one.month.year - 1], builds[one.month])
            for one in (*months(), *years())
            if inhabitants.get(one.month.year - 1, 0) > one.number and one.month in builds
        ]
        written = Cell.objects.bulk_create(
            cells,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["indicator", "period", "by", "month", "part"],
            update_fields=["value", "numerator", "denominator", "shown", "corrected", "build"],
        )
        kept = [(one.indicator, one.month) for one in written]
        gone = [
            one.pk
            for one in Cell.objects.filter(indicator__in=(MONTHLY, YEARLY))
            if (one.indicator, one.month) not in kept
        ]
        Cell.objects.filter(pk__in=gone).delete()
    return len(kept)


def inhabitants_of() -> dict[int, int]:
    """Return the adult inhabitants of each year of which both women and men are known."""
    of = Population.objects.values("year").annotate(people=Sum("adults"), genders=Count("gender", distinct=True))
    return {row["year"]: row["people"] for row in of if row["genders"] == 2}


def months() -> Iterator[Adults]:
    """Return how many adults had support in each month, as they are told already."""
    for one in Cell.objects.filter(indicator="adults", period=MONTH, by=[], shown=True):
        yield Adults(MONTHLY, one.month, one.numerator, one.corrected)


def years() -> Iterator[Adults]:
    """Return how many different adults had support in each whole year, as it was told where it differs by few.

    New inhabitants move what is read and not whom it is about: the adults that were told stand, of as many as now.
    """
    told = {
        one.month: one.denominator - one.numerator
        for one in Cell.objects.filter(indicator=YEARLY, period=MONTH, by=[], shown=True)
        if one.denominator
    }
    for row in database.query(IN_A_YEAR):
        month = date(row.year, 12, 1)
        stood = told.get(month, row.adults)
        is_held = 0 < abs(row.adults - stood) < FEWEST
        yield Adults(YEARLY, month, stood if is_held else row.adults, is_held)


def cell(adults: Adults, inhabitants: int, build: int) -> Cell:
    """Return one cell: those without support, of all; nothing is told of fewer than five with support or without."""
    without = inhabitants - adults.number
    value = BY_NAME[adults.name].value(without, inhabitants)
    told = {"shown": min(without, adults.number) >= FEWEST, "numerator": without, "denominator": inhabitants}
    about = {"month": adults.month, "corrected": adults.corrected, "build_id": build}
    return Cell(indicator=adults.name, period=MONTH, value=value, **about, **told)
