"""Those who began an activity, followed in the spine: read as the role for figures; the worker's alone."""

import json
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from psycopg.types.json import Jsonb

from trappan import database
from trappan.insight.charts.ways import draw
from trappan.insight.evaluation.competing import STAYED, Course
from trappan.insight.evaluation.telling import Began, standing, tell
from trappan.insight.evaluation.words import AGE, COHORT, KIND, MONTHS, ORGANISER, REAL, WAYS
from trappan.insight.role import counting
from trappan.outcomes.models.exit import GROUP_OF

# Each in the month of the first start ever, and in the activity begun then (the one with most minutes); who began
# before the spine does is not in it. Followed until the first way out, or as long as there is a case or a place. Months
# are counted from the start's month; a way out that was reopened is none in the spine.
COURSES = """
WITH begun AS (
  SELECT DISTINCT ON (p.pseudonym) p.pseudonym, p.month, p.kind, p.organiser_id, p.is_real, p.age_band
  FROM insight_placementmonth p JOIN insight_personmonth m USING (month, pseudonym)
  WHERE p.has_started AND m.cohort = p.month AND p.month <= %(until)s
  ORDER BY p.pseudonym, p.assigned DESC, p.activity_id
), followed AS (
  SELECT b.pseudonym, min(m.month) FILTER (WHERE m.exit_reason <> '') AS out,
    max(m.month) FILTER (WHERE m.has_case OR m.is_placed) AS seen
  FROM begun b JOIN insight_personmonth m ON m.pseudonym = b.pseudonym AND m.month >= b.month AND m.month <= %(until)s
  GROUP BY b.pseudonym
), ended AS (
  SELECT b.*, age(COALESCE(f.out, f.seen, b.month), b.month) AS since, COALESCE(m.exit_reason, '') AS reason,
    m.exit_held
  FROM begun b JOIN followed f USING (pseudonym)
  LEFT JOIN insight_personmonth m ON m.pseudonym = b.pseudonym AND m.month = f.out
)
SELECT extract(year FROM month)::int::text AS cohort, kind, is_real::text AS real, organiser_id::text AS organiser,
  age_band, (extract(year FROM since) * 12 + extract(month FROM since))::int AS months, reason, exit_held AS held,
  count(*)::int AS people
FROM ended GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""


def read_courses(until: date) -> list[Began]:
    """Read what became, up to a month, of everybody who has begun; within the role for figures."""
    return [
        Began(
            {COHORT: row.cohort, KIND: row.kind, REAL: row.real, ORGANISER: row.organiser, AGE: row.age_band},
            Course(row.months, way_of(row.reason, row.held), row.people),
        )
        for row in database.query(COURSES, {"until": until})
    ]


def way_of(reason: str, held: bool | None) -> str:
    """Return in which way somebody left; work or studies that had ended at the check are otherwise, as is the rest."""
    if not reason:
        return STAYED
    return "otherwise" if held is False else str(GROUP_OF[reason])


def make_evaluation(month: date, build: int) -> None:
    """Make the evaluation of those who have begun up to a month, draw it, and keep it.

    Nothing is held in the database while the solver works; what has been built or made meanwhile is seen before it is
    kept, and then it is left to the next time.
    """
    with counting():
        began = read_courses(month)
    before = database.row("insight_evaluated")
    groups = standing(tell(began, month), groups_of(before.told, before.counted) if before else [])
    counted = [group.pop("counts") for group in groups]
    with translation.override("sv"):
        kept = ({"groups": groups}, pictures_of(groups), counted)
    with transaction.atomic():
        database.lock("insight.evaluate", 0)
        if any((one.month, one.build) == (month, build) for one in database.rows("insight_to_evaluate")):
            database.value("insight_keep_evaluation", month, build, *map(Jsonb, kept))


def groups_of(told: str, counted: str) -> list[dict[str, Any]]:
    """Return what stands with the counts behind it."""
    pairs = zip(json.loads(told)["groups"], json.loads(counted), strict=True)
    return [{**group, "counts": counts} for group, counts in pairs]


def pictures_of(groups: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Draw the shares of all who began; nothing where none is told."""
    whole: dict[str, list[int | None]] = next((group["ways"] for group in groups if not group["by"]), {})
    bars = [
        (str(title), months, share)
        for way, title in WAYS.items()
        for months, share in zip(MONTHS, whole.get(way, ()), strict=False)
    ]
    known = [f"{title} {share} %" for title, months, share in bars if months == MONTHS[1] and share is not None]
    if not any(share is not None for *_bar, share in bars):
        return {}
    finding = _("Nothing is told of after twelve months: too few have been followed so long.")
    if known:
        finding = _("After twelve months: %(shares)s.") % {"shares": ", ".join(known)}
    return {
        "all": draw("evaluation", _("In which way those who began have left, by time since the start"), finding, bars)
    }
