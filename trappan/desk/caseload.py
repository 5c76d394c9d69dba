"""Cases with what a colleague needs to see at a glance, in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Placement
from trappan.plans.models import Case, Plan, StepMove


@dataclass(frozen=True)
class Stage:
    """How a stage is shown: the colour of its tag, and its words."""

    color: str
    words: str


SHOWN = {
    "unassigned": ("warning", _("Nobody is responsible")),
    "unmapped": ("neutral", _("Waits for kartläggning")),
    "unplanned": ("neutral", _("Waits for a plan")),
    "waiting": ("steg", _("Waits for a place")),
    "placed": ("accent", _("In activity")),
    "closed": ("neutral", _("Closed")),
    "no_case": ("neutral", _("No case")),
}


def shown() -> dict[str, Stage]:
    """Return every stage as it is shown, in the reader's language; asked once a page."""
    return {name: Stage(color, str(words)) for name, (color, words) in SHOWN.items()}


# A Case with the annotations of `with_facts`, which types cannot say.
CaseWithFacts = Any


def with_facts(cases: QuerySet[Case], today: date) -> QuerySet[CaseWithFacts]:
    """Add mapping, plan in force, draft, placement and step to each case."""
    plans = Plan.objects.filter(case=OuterRef("pk"))
    placed = Placement.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=today), person=OuterRef("person"), starts_on__lte=today
    )
    return cases.select_related("person", "mapping", "responsible__colleague").annotate(
        review_on=Subquery(
            plans.filter(decided_at__isnull=False, replaced_at=None, ended_at=None).values("review_on")[:1]
        ),
        responsible_left=ExpressionWrapper(
            Q(responsible__ends_on__lte=today), output_field=BooleanField()
        ),
        has_draft=Exists(plans.filter(decided_at=None, ended_at=None)),
        activity_name=Subquery(placed.values("activity__name")[:1]),
        step=Subquery(
            StepMove.objects.filter(person=OuterRef("person"), rated_by="staff", corrected=False)
            .order_by("-day", "-id")
            .values(number=Coalesce("step__maps_to__number", "step__number"))[:1]
        ),
    )  # fmt: skip


def state_of(case: CaseWithFacts) -> str:
    """Name the stage of a case with facts."""
    if case.closed_on is None and (case.responsible_id is None or case.responsible_left):
        return "unassigned"
    return stage(case, planned=case.review_on is not None, placed=bool(case.activity_name))


def stage(case: Case, *, planned: bool, placed: bool) -> str:
    """Name the first thing on the way that is not yet there."""
    mapping = getattr(case, "mapping", None)
    if case.closed_on is not None:
        return "closed"
    if mapping is None or mapping.finished_at is None:
        return "unmapped"
    if not planned:
        return "unplanned"
    return "placed" if placed else "waiting"


def own_cases(cases: QuerySet[Case], today: date) -> list[CaseWithFacts]:
    return list(with_facts(cases.filter(closed_on=None).order_by("opened_on", "pk"), today)[:500])
