"""Inhabitants by year without a gap, and series whose parts make up their whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row

POPULATION, SERIES = "population.csv", "series.csv"
Values: TypeAlias = dict[str, Decimal]

HERE = """SELECT p.year, p.gender, p.adults FROM insight_population p
  JOIN staff_organisation o ON o.id = p.municipality_id WHERE o.name = %s"""
SERIES_HERE = "SELECT indicator, area, gender, period, value FROM insight_seriesvalue WHERE indicator = ANY (%s)"

JUMP = Decimal("0.1")  # so many more or fewer adults than the year before is a slip of the pen, or another area
FALL = Decimal("0.2")  # a month that falls so far and comes back is one that is not all there
# Kolada's shares of one whole: paid support by household, and how those left who left the labour market unit.
WHOLES = (
    ("N31885", "N31886", "N31887", "N31888", "N31889", "N31890", "N31891"),
    ("U40406", "U40409", "U40412", "U40415", "U40418"),
)
NEAR = Decimal("0.011")  # what rounding makes of two shares


def check_population(checker: Checker) -> None:
    """Refuse years that have not ended, women without men, a gap between years, and a leap from one to the next."""
    rows = checker.of(POPULATION)
    if not rows:
        return
    adults = {(year, gender): count for year, gender, count in database.query(HERE, [checker.known.municipality])}
    adults |= {(row["year"], row["gender"]): row["adults"] for row in rows}
    years = {year for year, _gender in adults}
    for row in rows:
        year, gender = row["year"], row["gender"]
        other = "M" if gender == "K" else "K"
        before = adults.get((year - 1, gender))
        if year >= checker.today.year:
            checker.no(POPULATION, row, "year", _("The year has not ended: inhabitants are counted on its last day."))
        if (year, other) not in adults:
            reason = _("%(year)s has no row for %(gender)s. Write both women (K) and men (M).")
            checker.no(POPULATION, row, "gender", reason % {"year": year, "gender": other})
        earlier = max((one for one in years if one < year), default=year - 1)
        if earlier < year - 1:
            reason = _("Between %(from)s and %(year)s a year is missing: no share can be told of it. Write it too.")
            checker.no(POPULATION, row, "year", reason % {"from": earlier, "year": year})
        if before and abs(row["adults"] - before) > JUMP * before:
            reason = _(
                "The year before had %(before)s. Look whether both are adults (18 and older) of the municipality."
            )
            checker.no(POPULATION, row, "adults", reason % {"before": before})


def check_series(checker: Checker) -> None:
    """Refuse what has not been yet and a whole that its parts do not make; note where a series breaks."""
    rows = checker.of(SERIES)
    if not rows:
        return
    this_month = f"{checker.today:%Y-%m}"
    named = {row["indicator"] for row in rows}
    beside = {one for whole in WHOLES if named & set(whole) for one in whole}
    here = database.query(SERIES_HERE, [sorted(named | beside)])
    values: dict[tuple[str, str, str], Values] = defaultdict(dict)
    for indicator, area, gender, period, value in here:
        values[indicator, area, gender][period] = value
    for row in rows:
        values[row["indicator"], row["area"], row["gender"]][row["period"]] = row["value"]
        if row["period"] >= this_month[: len(row["period"])]:
            checker.no(SERIES, row, "period", _("The period has not ended. Leave the row out until it has."))
    for row in rows:
        whole_and_parts(checker, row, values)
    thousands_or_decimals(checker, rows)
    shares_of_one_whole(checker, rows, values)
    first: dict[tuple[str, str, str, bool], Row] = {}
    for row in rows:
        first.setdefault((row["indicator"], row["area"], row["gender"], "-" in row["period"]), row)
    for (indicator, area, gender, monthly), row in first.items():
        one = {period: value for period, value in values[indicator, area, gender].items() if ("-" in period) == monthly}
        for reason in breaks(one):
            checker.note(SERIES, row, "period", f"{indicator}, {area}{', ' if gender else ''}{gender}: {reason}")


def thousands_or_decimals(checker: Checker, rows: list[Row]) -> None:
    """Refuse 12.400 in a series where every number that has decimals has three: it may be twelve thousand."""
    decimals: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in rows:
        decimals[row["indicator"], row["area"]].add(decimals_of(row["value"]))
    for row in rows:
        if decimals[row["indicator"], row["area"]] - {0} == {3} and decimals_of(row["value"]) == 3:
            reason = _("It may be thousands or decimals. Write it without the separator, or with one decimal more.")
            checker.no(SERIES, row, "value", reason)


def decimals_of(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def whole_and_parts(checker: Checker, row: Row, values: dict[tuple[str, str, str], Values]) -> None:
    """Refuse a value of all that is neither the sum of women's and men's, as counts are, nor between them."""
    whole, women, men = (values[row["indicator"], row["area"], gender].get(row["period"]) for gender in ("", "K", "M"))
    if row["gender"] or whole is None or women is None or men is None:
        return
    between = min(women, men) - NEAR <= whole <= max(women, men) + NEAR
    # Kolada rounds counts of few to whole numbers, and each by itself.
    if not between and abs(women + men - whole) > 1:
        reason = _("Women's %(women)s and men's %(men)s neither sum to it nor lie around it. Look at the three rows.")
        checker.no(SERIES, row, "value", reason % {"women": said(women), "men": said(men)})


def shares_of_one_whole(checker: Checker, rows: list[Row], values: dict[tuple[str, str, str], Values]) -> None:
    """Refuse shares of one whole, all of them there, that do not sum to a hundred percent."""
    for row in rows:
        for whole in WHOLES:
            if row["indicator"] in whole:
                shares = [values[one, row["area"], row["gender"]].get(row["period"]) for one in whole]
                there = [share for share in shares if share is not None]
                summed = sum(there, Decimal(0))
                if len(there) == len(whole) and abs(summed - 100) > 1:
                    reason = _("%(names)s are shares of one whole and sum to %(sum)s percent. Look at all of them.")
                    named = {"names": ", ".join(whole), "sum": said(summed)}
                    checker.no(SERIES, row, "value", reason % named)


def breaks(values: Values) -> Iterator[str]:
    """Yield where a series breaks: periods that are missing in it, and months that fall and come back."""
    periods = sorted(values)
    missing = [period for period in between(periods) if period not in values]
    if missing:
        told = ", ".join(missing[:6]) + (" …" if len(missing) > 6 else "")
        yield _("missing: %(periods)s. It is told as a series with a gap.") % {"periods": told}
    fallen = fallen_months(values)
    if fallen:
        yield _("falls by more than a fifth and comes back: %(periods)s. No forecast is made of these.") % {
            "periods": ", ".join(fallen)
        }


def fallen_months(values: Values) -> list[str]:
    """Return the months in one or two of which a series lies a fifth under both what was before and what came after."""
    periods = [period for period in sorted(values) if "-" in period]
    found = []
    for at in range(1, len(periods)):
        for wide in (1, 2):
            inside = periods[at : at + wide]
            if at + wide < len(periods):
                level = min(values[periods[at - 1]], values[periods[at + wide]])
                if all(values[one] < (1 - FALL) * level for one in inside):
                    found += inside
    return sorted(set(found))


def between(periods: Iterable[str]) -> Iterator[str]:
    """Yield every period from the first to the last."""
    first, *_rest, last = [*periods, *list(periods)[-1:]]
    year, month = int(first[:4]), int(first[5:] or 1)
    while (period := f"{year}-{month:02}" if "-" in first else f"{year}") <= last:
        yield period
        year, month = (year, month + 1) if "-" in first and month < 12 else (year + 1, 1)


def said(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
