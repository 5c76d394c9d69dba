"""Write a study plan, or what somebody is able to do at work, within a referral: each saving is an edition."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Referral, StudyPlan, StudyStep, WorkAbility
from trappan.cases.operations.draft import empty_draft
from trappan.cases.operations.referral_file import refuse_others
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Overtaken, Refused, refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

Paper = TypeVar("Paper", StudyPlan, WorkAbility)


@transaction.atomic
def write_study_plan(
    *, referral: Referral, by: Actor, goal: str, steps: Sequence[Mapping[str, Any]], edition: int
) -> StudyPlan:
    """Write a study plan's next edition: the goal and the steps to it, in their order.

    Refused: another unit's referral, one that has ended or is not guidance's, more than six steps, and an
    edition that somebody has written over meanwhile.
    """
    if referral.unit.kind != "guidance":
        raise Refused(_("Guidance writes a study plan."))
    if len(steps) > StudyPlan.MOST_STEPS:
        raise Refused(_("A study plan has at most six steps. Put those together that belong together."))
    plan = next_edition(StudyPlan, referral, by, edition, goal=goal, steps_count=len(steps))
    with refusing(NO):
        for position, step in enumerate(steps, start=1):
            StudyStep.objects.create(
                plan=plan, person_id=referral.person_id, unit_id=referral.unit_id, position=position, **step
            )
    empty_draft(page="study_plan", key=referral.pk)
    record("cases.write_study_plan", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, plan=plan.pk)
    return plan


@transaction.atomic
def write_work_ability(
    *, referral: Referral, by: Actor, able: str, hard: str, helps: str, advice: str, edition: int
) -> WorkAbility:
    """Write the next edition of what somebody is able to do at work, in own words.

    Refused: another unit's referral, one that has ended or is not occupational therapy's, and an edition that
    somebody has written over meanwhile.
    """
    if referral.unit.kind != "occupational_therapy":
        raise Refused(_("Occupational therapy judges what somebody is able to do at work."))
    paper = next_edition(WorkAbility, referral, by, edition, able=able, hard=hard, helps=helps, advice=advice)
    empty_draft(page="work_ability", key=referral.pk)
    record(
        "cases.write_work_ability", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, paper=paper.pk
    )
    return paper


def next_edition(kind: type[Paper], referral: Referral, by: Actor, edition: int, **fields: Any) -> Paper:
    """Write the edition after the one that its writer had before them; they stand in line for it."""
    refuse_others(referral, by)
    database.lock(f"cases.{kind.__name__}", referral.pk)
    latest = kind._default_manager.filter(referral=referral).order_by("-edition").values_list("edition", flat=True)
    if (latest.first() or 0) != edition:
        raise Overtaken
    with refusing(NO):
        return kind._default_manager.create(
            referral=referral, person_id=referral.person_id, unit_id=referral.unit_id, edition=edition + 1, **fields
        )
