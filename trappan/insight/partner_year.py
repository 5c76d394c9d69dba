"""What can be told of a partner's year: counted from the spine, and gone through by the disclosure control.

Counted is everybody who was placed at a site of the partner in the year, once, also whoever was mostly elsewhere. The
worker's alone: the control knows a solver. Years of one partner hang together with nothing else that is told by
partner, which is by the main activity and by month (plan.py).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor
from typing import Any

from django.db import transaction
from psycopg.types.json import Jsonb

from trappan import database
from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.corrections import republish
from trappan.insight.disclosure.figures import MONTH, Figure, Key, Row
from trappan.insight.disclosure.plan import ALL, Plan, Publication
from trappan.insight.followed import way_of
from trappan.insight.indicators.measures import TEN_HOURS
from trappan.insight.role import counting
from trappan.schedules.months import months_between

PEOPLE, BEGAN, ENDED = "people", "began", "ended"
HOURS, PLANNED, PLACES = "hours_attended", "hours_planned", "places"
GENDER, WAY, MOVED = "gender", "way", "moved"
PARTNER_YEAR = Plan(
    indicators={
        PEOPLE: Publication(by=(ALL, (GENDER,), (WAY,))),
        BEGAN: Publication(by=(ALL, (GENDER,), (MOVED,)), within=PEOPLE),
        ENDED: Publication(by=(ALL, (GENDER,)), within=PEOPLE),
    }
)
# A person's step when she began with the partner, or the first one assessed after that, and the latest of the year; the
# way out is the latest in the year, from the month in which she was first there.
FINEST = """
WITH there AS (
  SELECT p.pseudonym, max(p.gender) AS gender, min(p.month) AS first, bool_or(p.has_ended) AS ended,
    min(p.month) FILTER (WHERE p.has_started) AS began
  FROM insight_placementmonth p
  WHERE p.organiser_id = ANY (%(organisers)s) AND p.month BETWEEN %(first)s AND %(last)s GROUP BY p.pseudonym
), gone AS (
  SELECT DISTINCT ON (t.pseudonym) t.pseudonym, m.exit_reason, m.exit_held
  FROM there t JOIN insight_personmonth m ON m.pseudonym = t.pseudonym AND m.month BETWEEN t.first AND %(last)s
  WHERE m.exit_reason <> '' ORDER BY t.pseudonym, m.month DESC
), steps AS (
  SELECT t.pseudonym, (array_agg(m.step ORDER BY m.month))[1] AS before,
    (array_agg(m.step ORDER BY m.month DESC))[1] AS after
  FROM there t JOIN insight_personmonth m ON m.pseudonym = t.pseudonym AND m.month BETWEEN t.began AND %(last)s
  WHERE m.step IS NOT NULL GROUP BY t.pseudonym
)
SELECT t.gender, COALESCE(g.exit_reason, '') AS reason, g.exit_held AS held, t.began IS NOT NULL AS began, t.ended,
  CASE WHEN t.began IS NULL THEN '' WHEN s.after IS NULL THEN 'unknown' WHEN s.after > s.before THEN 'up'
    WHEN s.after < s.before THEN 'down' ELSE 'same' END AS moved, count(*)::int AS people
FROM there t LEFT JOIN gone g USING (pseudonym) LEFT JOIN steps s USING (pseudonym)
GROUP BY 1, 2, 3, 4, 5, 6
"""
# Hours as they stood in people's weeks there, and the places of the last month.
HELD = """
SELECT COALESCE(sum(p.attended), 0)::bigint AS attended, COALESCE(sum(p.assigned), 0)::bigint AS planned,
  count(DISTINCT p.pseudonym) FILTER (WHERE p.assigned > 0)::int AS people,
  (SELECT COALESCE(sum(x.places), 0)::int FROM insight_placemonth x
    WHERE x.organiser_id = ANY (%(organisers)s) AND x.month = %(last)s) AS places
FROM insight_placementmonth p
WHERE p.organiser_id = ANY (%(organisers)s) AND p.month BETWEEN %(first)s AND %(last)s
"""


def count_report(row: int) -> None:
    """Count the year of one report anew, in one transaction; where it is counted, or somebody does it, nothing.

    Of a year of which not every month is counted here nothing is told.
    """
    with transaction.atomic():
        asked = database.row("insight_take_report", row)
        if asked is None or asked.first is None:
            return
        figures: list[dict[str, Any]] = []
        base: dict[str, Any] = {}
        if asked.months == len(months_between(asked.first, asked.last)):
            with counting():
                about = {"organisers": asked.organisers, "first": asked.first, "last": asked.last}
                # Raw questions give JSON as its text.
                stood = json.loads(asked.figures or "[]"), json.loads(asked.base or "{}")
                people, [held] = database.query(FINEST, about), database.query(HELD, about)
            figures, base = told_anew(asked.first, people, held, *stood)
        kept = (Jsonb(figures), Jsonb(base), asked.months, asked.build, asked.cutoff)
        database.value("insight_keep_report", row, *kept)


def told_anew(
    first: date, people: Iterable[Any], held: Any, stood: list[dict[str, Any]], base: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return what is told of a year now that this is counted, and the counts behind; `stood` was told before of `base`.

    A correction of few people leaves what was told as it stands, marked.
    """
    rows = rows_of(first, people)
    before = [Row(name, first, parts, count) for name, parts, count in base.get("rows", ())]
    shown = {key_of(one, first): one["shown"] for one in stood if one["name"] in PARTNER_YEAR.indicators}
    published = republish(rows, stood=before, told=shown, plan=PARTNER_YEAR)
    figures = [said(one) for one in published.figures]
    stands = any(one.corrected for one in published.figures)
    hours, counted = hours_of(held, stood, base)
    kept = before if stands else rows
    behind = {"rows": [[one.indicator, dict(one.parts), one.numerator] for one in kept], "hours": counted}
    return [*figures, *hours, {**named(PLACES), "value": held.places, "shown": True}], behind


def rows_of(first: date, people: Iterable[Any]) -> list[Row]:
    """Return the finest counts: everybody by gender, way out and movement, and who began and ended among them."""
    found: dict[tuple[str, str, str, str], int] = {}
    for one in people:
        place = (one.gender, way_of(one.reason, one.held), one.moved)
        for name, counts in ((PEOPLE, True), (BEGAN, one.began), (ENDED, one.ended)):
            key = (name, *place)
            if counts:
                found[key] = found.get(key, 0) + one.people
    return [
        Row(name, first, {GENDER: gender, WAY: way or "stayed", MOVED: moved}, count)
        for (name, gender, way, moved), count in sorted(found.items())
    ]


def named(name: str, by: Sequence[str] = (), part: Sequence[str] = ()) -> dict[str, Any]:
    """Return a figure by its name and part, with no number."""
    return {"name": name, "by": "".join(by), "part": "".join(part), "value": None, "shown": False, "corrected": False}


def said(figure: Figure) -> dict[str, Any]:
    """Return a figure as it is kept for the page: one that is held back without its number."""
    key = figure.key
    about = named(key.indicator, key.by, key.part)
    value = figure.numerator if figure.shown else None
    return {**about, "value": value, "shown": figure.shown, "corrected": figure.corrected}


def key_of(one: Mapping[str, Any], first: date) -> Key:
    """Return which figure of the control one that was kept is."""
    by = (one["by"],) if one["by"] else ()
    return Key(one["name"], MONTH, first, by, (one["part"],) if by else ())


def hours_of(
    held: Any, stood: Iterable[Mapping[str, Any]], base: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], list[int]]:
    """Return hours attended and planned, in tens, of no fewer people than may be told; and of how many they are.

    As with hours of a month (measures.py): what may have moved by one to four people's hours stands as it was told.
    """
    now = [held.people, *(10 * floor(minutes / TEN_HOURS + 0.5) for minutes in (held.attended, held.planned))]
    then: list[int] = base.get("hours") or []
    if then and now != then and abs(now[0] - then[0]) < FEWEST:
        return [{**one, "corrected": True} for one in stood if one["name"] in (HOURS, PLANNED)], then
    shown = held.people >= FEWEST
    pairs = zip((HOURS, PLANNED), now[1:], strict=True)
    return [{**named(name), "value": value if shown else None, "shown": shown} for name, value in pairs], now
