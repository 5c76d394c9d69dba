"""The share of all adults who have other support than ours, read in two ways, of the spine and the inhabitants."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Max, Sum

from trappan import database
from trappan.insight.indicators.definitions import BY_NAME, OF_INHABITANTS
from trappan.insight.models import Build, Cell, Population
from trappan.insight.role import counting

MONTHLY, YEARLY = (indicator.name for indicator in OF_INHABITANTS)
FEWEST = 5  # with support or without: of fewer nothing is told
# Different people in a year, of years of which every month is built.
IN_A_YEAR = """
SELECT extract(year FROM month)::int AS year,
  count(DISTINCT pseudonym) FILTER (WHERE on_support AND age >= 18) AS adults
FROM insight_personmonth WHERE extract(year FROM month) IN (
  SELECT extract(year FROM b.month) FROM insight_build b GROUP BY 1 HAVING count(DISTINCT b.month) = 12)
GROUP BY 1
"""


def prepare_other_support() -> int:
    """Write the cells of both ways, of every month and year whose inhabitants are known; return how many stand.

    In the month's own cell, and for a year in that of its December. A year without inhabitants has none.
    """
    with counting():
        builds = dict(Build.objects.values_list("month").annotate(latest=Max("id")))
        inhabitants = inhabitants_of()
        cells = [
            cell(name, month, adults, inhabitants[month.year - 1], builds[month])
            for name, month, adults in (*months(), *years())
            if inhabitants.get(month.year - 1, 0) > adults and month in builds
        ]
        written = Cell.objects.bulk_create(
            cells,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["indicator", "period", "by", "month", "part"],
            update_fields=["value", "numerator", "denominator", "shown", "build"],
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


def months() -> Iterator[tuple[str, date, int]]:
    """Return how many adults had support in each month, as they are counted already."""
    for one in Cell.objects.filter(indicator="adults", period="month", by=[], shown=True):
        yield MONTHLY, one.month, int(one.numerator or 0)


def years() -> Iterator[tuple[str, date, int]]:
    """Return how many different adults had support in any month of each whole year."""
    for row in database.query(IN_A_YEAR):
        yield YEARLY, date(row.year, 12, 1), row.adults


def cell(name: str, month: date, adults: int, inhabitants: int, build: int) -> Cell:
    """Return one cell: those without support, of all."""
    without = inhabitants - adults
    value = BY_NAME[name].value(without, inhabitants)
    told = {"shown": min(without, adults) >= FEWEST, "numerator": without, "denominator": inhabitants}
    return Cell(indicator=name, period="month", month=month, value=value, build_id=build, **told)
