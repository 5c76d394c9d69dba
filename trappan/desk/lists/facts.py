"""What lists say of people's open cases: one question for a page of them or for ten thousand."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.db.models import F, OuterRef, Subquery, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.database.among import IsAmong
from trappan.desk.case_rows import with_steps
from trappan.plans.models import LadderStep, PlanPart
from trappan.requirement.models import ActivityRequest
from trappan.rules.rulesets import rules_on
from trappan.ui.lists.columns import Cell

# Plain rows and no models: a file of ten thousand is to take little memory.
ASKED = {
    "family_name": "person__family_name",
    "stage": "state__stage",
    "plan_id": "state__plan_id",
    "review_on": "state__review_on",
    "has_draft": "state__has_draft",
    "weekly_minutes": "state__weekly_minutes",
    "activity_name": "state__activity_name",
    "responsible_given": "responsible__colleague__given_name",
    "responsible_family": "responsible__colleague__family_name",
}


def facts(
    person_ids: Sequence[int], only: Collection[str] = (), *, requirement_on: date | None = None
) -> dict[int, Any]:
    """Return what is known of each person's open case, by person, those whose case one sees; or `only` some of it.

    `requirement_on` adds, as of a day, what the list of the requirement says: the minutes that the plan
    holds, and the latest request.
    """
    cases = with_steps(Case.objects.open().filter(IsAmong("person_id", person_ids)))
    names = ["pk", "number", "step", "responsible_id", *ASKED]
    if requirement_on is not None:
        requests = ActivityRequest.objects.standing().filter(case=OuterRef("pk")).order_by("-made_at", "-pk")
        cases = cases.annotate(
            asked_at=Subquery(requests.values("made_at")[:1]), received_on=Subquery(requests.values("received_on")[:1])
        )
        names += ["planned", "asked_at", "received_on"]
        if not only:
            cases = cases.annotate(planned=minutes_planned(requirement_on))
    cases = cases.annotate(**{name: F(column) for name, column in ASKED.items()}).order_by()
    return {row.person_id: row for row in cases.values_list("person_id", *(only or names), named=True)}


def minutes_planned(day: date) -> Subquery:
    """Return the minutes that a case's plan holds, by the rules of a day."""
    parts = (
        PlanPart.objects.standing()
        .filter(plan=OuterRef("state__plan_id"))
        .exclude(kind__in=rules_on(day).uncounted_parts)
        .order_by()
        .values("plan")
    )
    return Subquery(parts.values(minutes=Sum("minutes")))


def responsible_of(fact: Any) -> str:
    """Return the consultant's name, empty where nobody is responsible."""
    return f"{fact.responsible_given or ''} {fact.responsible_family or ''}".strip() if fact else ""


def name_cell(person: Any, url: str, *, in_file: bool, below: str = "") -> Cell:
    """Return the cell with the name; a protected person's stands in no file (docs/secrecy.md)."""
    hidden = in_file and person.is_protected
    words = _("Protected identity") if hidden else person.name
    return Cell(words, url=url, below=below, locked=person.is_protected)


@cache
def person_pattern() -> str:
    return reverse("desk:person", args=[0])


def person_url(person_id: int) -> str:
    """Return the address of a person's page: a file's rows ask for thousands."""
    return person_pattern().replace("/0/", f"/{person_id}/")


def step_cell(step: int | None, count: int) -> Cell:
    """Say on which step of the main frame a person stands, with a small staircase; the file has its number."""
    if not step:
        return Cell(_("No step yet"), in_file="")
    return Cell(_("Step %(number)s") % {"number": step}, in_file=step, stairs=(step, count) if count <= 6 else None)


def step_count() -> int:
    """Return how many steps the main frame has."""
    return LadderStep.objects.filter(ladder__is_main=True).count()


def stage_cell(fact: Any, words: dict[str, Any]) -> Cell:
    """Return the stage of a case as a tag; somebody without a case has none."""
    stage = words[fact.stage] if fact else words["no_case"]
    return Cell(stage.words, color=stage.color)
