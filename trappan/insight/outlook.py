"""The forecast from the spine: read as the role for figures, which knows nobody by name. Worker and command alone."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.activities.models import Activity
from trappan.insight.forecast import answer, moves
from trappan.insight.forecast.backtest import Tried, origins
from trappan.insight.forecast.bands import bands
from trappan.insight.forecast.figure import Forecast, Level, Population, forecast
from trappan.insight.forecast.flow import LENGTHS, Change, Flow, simulate
from trappan.insight.forecast.moves import Counted, Move, Place, Places, flow_of
from trappan.insight.forecast.series import CannotForecast, Series, series_of
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.told import last_month
from trappan.insight.told import told as told_of
from trappan.schedules.months import months_after

# The goal as it is worded, whose counting nobody has settled (design): both ways are forecast against it.
GOAL = Level(level=96.0, is_at_least=True)

TITLES = {
    "households": BY_NAME["households"].title,
    "other_support": _("Share of adults with other support, by month"),
    "other_support_last_twelve": _("Share of adults with other support all of the last twelve months"),
}
# What is told of each figure's months that have been, by the indicator whose cells say it.
CELLS = {"households": "households", "adults": "other_support", "other_support_in_year": "other_support_last_twelve"}
# As the indicator counts them (indicators/definitions.py).
ADULT = "on_support AND age >= 18"
COUNTS = f"""
SELECT month, count(*) FILTER (WHERE on_support AND is_head), count(*) FILTER (WHERE {ADULT})
FROM insight_personmonth WHERE month < %s GROUP BY month ORDER BY month
"""
# Each month with support lasts twelve, or until the next one: so nobody is counted twice.
IN_THE_YEAR = f"""
WITH support AS (
  SELECT month, lead(month) OVER (PARTITION BY pseudonym ORDER BY month) AS next
  FROM insight_personmonth WHERE {ADULT} AND month < %(before)s),
steps AS (
  SELECT month, 1 AS people FROM support
  UNION ALL SELECT LEAST(next, (month + interval '12 months')::date), -1 FROM support)
SELECT month, people FROM (SELECT month, sum(sum(people)) OVER (ORDER BY month) AS people FROM steps GROUP BY month) s
WHERE month < %(before)s AND month >= (SELECT min(month) + interval '11 months' FROM support) ORDER BY month
"""
# Whoever has a plan in force and is nowhere waits for a place. The first month has no month before it.
MOVES = f"""
WITH adult AS MATERIALIZED (
  SELECT pseudonym, month, width_bucket(in_a_row, %(groups)s) AS size, planned IS NOT NULL AND NOT is_placed AS waits,
    CASE WHEN is_placed THEN kind ELSE '' END AS kind
  FROM insight_personmonth WHERE {ADULT} AND month < %(before)s)
SELECT COALESCE(t.month, (h.month - interval '1 month')::date), t.size, t.waits, t.kind, h.size, h.waits, h.kind,
  count(*)
FROM adult t FULL JOIN adult h ON h.pseudonym = t.pseudonym AND h.month = t.month + interval '1 month'
WHERE t.month IS NOT NULL OR h.month > (SELECT min(month) FROM adult) GROUP BY 1, 2, 3, 4, 5, 6, 7
"""
PLACES = """
SELECT kind, (sum(places) FILTER (WHERE month = %(last)s))::int AS places,
  sum(taken)::float / NULLIF(sum(places), 0) AS fill
FROM insight_placemonth WHERE month <= %(last)s AND month > %(last)s - interval '12 months' GROUP BY kind
"""
# Of the only municipality that has a population; where several have one, nobody can tell whose share it would be. A
# year that is known for one gender alone is not known.
POPULATION = """
SELECT year, sum(adults)::int FROM insight_population
WHERE (SELECT count(DISTINCT municipality_id) FROM insight_population) = 1
GROUP BY year HAVING count(*) = 2 ORDER BY year
"""
CUTOFF = "SELECT max(cutoff) AS cutoff FROM insight_build WHERE month = %s"


@dataclass(frozen=True)
class Asked:
    """How far and how often: months to come, runs, and the seed that makes the answer the same again."""

    months: int = 36
    runs: int = 1000
    seed: int = 1


@dataclass(frozen=True)
class Source:
    """What is read of the spine, of the months before the one that is not over.

    What of it may be told is `past`: by figure the households, or the adults with support, of the cells that are shown.
    """

    households: dict[date, float | None]
    adults: dict[date, float | None]
    in_the_year: dict[date, float | None]
    moves: list[Move]
    places: dict[str, Places]
    cutoff: datetime | None
    past: dict[str, dict[date, float]]


def read_source(today: date) -> Source:
    """Read the months before this one; within the role for figures."""
    before = today.replace(day=1)
    counts = database.query(COUNTS, [before])
    last = max((month for month, households, _adults in counts if households), default=before)
    held = database.query(PLACES, {"last": last})
    read_until = database.query(CUTOFF, [last])
    return Source(
        households={month: float(households) for month, households, _adults in counts},
        adults={month: float(adults) for month, _households, adults in counts},
        in_the_year={month: float(people) for month, people in database.query(IN_THE_YEAR, {"before": before})},
        moves=read_moves(before),
        cutoff=read_until[0].cutoff,
        places={one.kind: Places(one.places, one.fill) for one in held if one.places and one.fill},
        past=read_past(last_month(today)),
    )


def read_past(last: date) -> dict[str, dict[date, float]]:
    """Read what is told of the months up to one.

    Of the last twelve months that is Decembers, whose twelve are the year: nothing is told of others.
    """
    past: dict[str, dict[date, float]] = {name: {} for name in CELLS.values()}
    for cell in told_of(CELLS, last=last, door="insight_tellable"):
        if cell.shown and cell.numerator is not None:
            with_support = cell.denominator - cell.numerator if cell.denominator is not None else cell.numerator
            past[CELLS[cell.indicator]][cell.month] = with_support
    return past


def as_read(name: str, counts: dict[date, float], population: Population) -> dict[date, float]:
    """Return what is told of a figure as it is read: households, or the share without support."""
    if name == "households" or not counts:
        return counts
    shares = population.without_support(np.array([*counts.values()]), tuple(counts))
    return {month: round(float(share), 2) for month, share in zip(counts, shares, strict=True) if not np.isnan(share)}


def read_population() -> Population:
    """Read how many adults live here, by year: of the municipality whose people are counted; within the same role."""
    rows = database.query(POPULATION)
    return Population(dict(rows))


def read_moves(before: date) -> list[Move]:
    """Read how many were where, and where in the month after."""

    def place(size: int | None, waits: bool | None, kind: str | None) -> Place | None:
        return None if size is None else Place(size, bool(waits), kind or "")

    rows = database.query(MOVES, {"groups": [longest + 1 for longest in LENGTHS], "before": before})
    return [Move(row[0], place(*row[1:4]), place(*row[4:7]), row[7]) for row in rows]


def forecasts(source: Source, population: Population, asked: Asked) -> dict[str, Forecast | str]:
    """Return each figure's forecast, or the sentence that says why there is none."""
    counted = {
        "households": source.households,
        "other_support": source.adults,
        "other_support_last_twelve": source.in_the_year,
    }
    found: dict[str, Forecast | str] = {}
    for name, counts in counted.items():
        of_adults = name != "households"
        if of_adults and not population.adults:
            found[name] = gettext("There is no forecast of the share: nobody has taken in how many adults live here.")
            continue
        try:
            found[name] = forecast(
                name,
                counts,
                months=asked.months,
                runs=asked.runs,
                seed=asked.seed,
                level=GOAL if of_adults else None,
                shown=population.without_support if of_adults else None,
            )
        except CannotForecast as no:
            found[name] = answer.sentence(no)
    return found


def flow_now(source: Source, series: Series, consultants: float = 0) -> Flow:
    """Return the flow of the last month that is reckoned with."""
    torn = {*series.missing, *series.broken, *series.unsure}
    households = source.households.get(series.last) or 0
    return flow_of(
        Counted(source.moves, torn, series.last), source.places, consultants=consultants, households=households
    )


def flow_tried(source: Source, series: Series) -> list[Tried]:
    """Return how the flow would have done, from the same origins as the forecast; nothing where adults are too few."""
    try:
        adults = series_of(source.adults)
    except CannotForecast:
        return []
    _all, later = origins(series)
    return moves.back_test(source.moves, adults, range(later.start, min(later.stop, len(adults.values))))


def whole(
    source: Source, population: Population, asked: Asked, consultants: int = 0
) -> tuple[dict[str, Any], Flow | None]:
    """Return the whole forecast as data: each figure, queue and places, both proofs, and what is taken for granted.

    Beside it the flow that differences come from, None where there is no forecast of households.
    """
    found = forecasts(source, population, asked)
    figures = [
        answer.untold(name, one)
        if isinstance(one, str)
        else answer.told(one, as_read(name, source.past[name], population), 0 if name == "households" else 2)
        for name, one in found.items()
    ]
    households = found["households"]
    told: dict[str, Any] = {
        "cutoff": source.cutoff.isoformat(timespec="seconds") if source.cutoff else None,
        "months": asked.months,
        "runs": asked.runs,
        "seed": asked.seed,
        "figures": [{"title": str(TITLES[figure["figure"]]), **figure} for figure in figures],
        "queue": [],
        "flow_back_test": [],
        "assumptions": [],
    }
    if isinstance(households, str):
        return told, None
    flow = flow_now(source, households.series, consultants)
    told["queue"] = queue(flow, asked, households.series.last)
    told["flow_back_test"] = [answer.of_tried(one) for one in flow_tried(source, households.series)]
    told["assumptions"] = [
        *answer.assumptions_of_band(households),
        *(answer.assumptions_of_share(population) if population.adults else []),
        *answer.assumptions_of_flow(flow, kind_names()),
    ]
    return told, flow


def kind_names() -> dict[str, str]:
    """Return what the kinds of activity are called, and those that stand together."""
    return {**{str(kind): str(name) for kind, name in Activity.Kind.choices}, moves.OTHER: gettext("Other kinds")}


def queue(flow: Flow, asked: Asked, last: date) -> list[dict[str, Any]]:
    """Return for each kind who waits and what is free now, and in each month to come."""
    outcome = simulate(flow, [Change()], asked.months, asked.runs, asked.seed)[0]
    ahead = [months_after(last, at + 1) for at in range(asked.months)]
    names = kind_names()
    return [
        {
            "kind": kind.name,
            "name": names.get(kind.name, kind.name),
            "places": kind.places,
            "waiting": answer.of_few(kind.waiting),
            "months": [
                {
                    "month": f"{month:%Y-%m}",
                    "waiting": {name: answer.of_few(value) for name, value in answer.of_band(waits).items()},
                    "free": answer.of_band(free),
                }
                for month, waits, free in zip(
                    ahead, bands(outcome.waiting[kind.name]), bands(outcome.free[kind.name]), strict=True
                )
            ],
        }
        for kind in flow.kinds
    ]
