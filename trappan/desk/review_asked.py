"""What asks for a review of a plan: what has changed for somebody since it was decided or followed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import JSONField, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.database.written import Place
from trappan.desk.models import CaseState

REASONS: dict[str, str | Promise] = {
    "household": _("the household has changed"),
    "exemption": _("an exemption was decided or has ended"),
    "step_back": _("a step back"),
    "exit": _("work or studies did not last"),
    "adaptation": _("another adaptation is agreed"),
    "objection": _("the person has written that the plan is wrong"),
}


OF_STATE = """(SELECT jsonb_agg(jsonb_build_object('why', r.why, 'day', r.day) ORDER BY r.day DESC, r.why)
  FROM desk_reviews_asked(%s) r WHERE r.case_id = desk_casestate.case_id)"""


@dataclass(frozen=True)
class Asks:
    """One thing that has changed, in words, and its day."""

    words: str
    day: date


def beside_reviews(states: QuerySet[CaseState], case_ids: Sequence[int] | Place) -> QuerySet[CaseState]:
    """Add to the states of these cases what asks for a review of the plan in force, the latest first."""
    ids = case_ids if isinstance(case_ids, Place) else list(case_ids)
    asked = RawSQL(OF_STATE, [ids], JSONField())  # noqa: S611  # our own text, the ids apart
    return states.annotate(reviews=asked)


def asks_of(state: Any) -> list[Asks]:
    """Return what asks for a review, as it came with a case's state."""
    found = getattr(state, "reviews", None) or []
    return [Asks(str(REASONS[one["why"]]), parse_date(one["day"]) or date.min) for one in found]


def asked_for_review(case_id: int) -> Sequence[Asks]:
    """Return what asks for a review of a case's plan in force, the latest first."""
    rows = sorted(database.rows("desk_reviews_asked", [case_id]), key=lambda row: (row.day, row.why), reverse=True)
    return [Asks(str(REASONS[row.why]), row.day) for row in rows]
