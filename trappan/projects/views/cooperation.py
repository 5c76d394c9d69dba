"""Beside a project's numbers: goals of cooperation with what shows them, gatherings, and what goes on afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from trappan.projects import operations
from trappan.projects.esf import TABLE
from trappan.projects.forms import GROUPS, CheckForm, ContinuationForm, CooperationGoalForm, EvidenceForm, GatheringForm
from trappan.projects.models import (
    Continuation,
    CooperationGoal,
    Evidence,
    Gathering,
    Municipality,
    Project,
    SubInitiative,
)
from trappan.projects.told import is_few
from trappan.rules.codes import latest_last, offered
from trappan.rules.models import Code
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request

KEEP, TELL = "projects.keep", "projects.tell"


@dataclass(frozen=True)
class Beside:
    """What stands beside the numbers of a project, as the actor reads it; `own` is whose name the actor writes in."""

    project: Project
    own: Municipality | None
    goals: Sequence[CooperationGoal]
    gatherings: Sequence[Gathering]
    continuations: Sequence[Continuation]
    codes: Sequence[Code]

    def of(self, table: str) -> list[Code]:
        """Return the codes of one table in its order, old words before those of today."""
        return sorted((one for one in self.codes if one.table == table), key=lambda one: one.position)

    def is_own(self, one: Evidence | Gathering) -> bool:
        """Tell whether it stands in the name in which the actor writes."""
        return one.municipality_id == (self.own.pk if self.own else None)


def beside(request: Request, project: Project, municipalities: Sequence[Municipality]) -> Beside:
    """Read what stands beside a project's numbers; what is taken out is not shown."""
    evidence = Evidence.objects.filter(taken_out_on=None).select_related("municipality__organisation")
    goals = CooperationGoal.objects.filter(project=project).select_related("project")
    gatherings = Gathering.objects.filter(project=project, taken_out_on=None)
    continuations = Continuation.objects.filter(project=project, taken_out_on=None)
    return Beside(
        project,
        next((one for one in municipalities if one.unit_id == request.actor.unit_id), None),
        list(goals.prefetch_related(Prefetch("evidence", evidence))),
        list(gatherings.select_related("municipality__organisation")),
        list(continuations.select_related("sub_initiative")),
        list(latest_last(Code.objects.filter(table__in=(GROUPS, TABLE)))),
    )


def acts_beside(request: Request, found: Beside) -> list[Act]:
    """List what may be done of it: by whoever leads, by coordinators in their municipality's name, and afterwards."""
    today, project = request.actor.today, found.project
    checks = [
        Act(
            "check",
            operations.check_continuation,
            _("Looked at"),
            CheckForm,
            on={"continuation": one, "today": today},
            given={"initial": {"checked_on": today}},
            row=one.pk,
            beside=one.what,
            right=KEEP,
        )
        for one in found.continuations
        if one.goes_on and one.starts_on and one.starts_on <= today
    ]
    if project.finished_on:
        return checks
    in_name = {"municipality": found.own, "today": today}
    groups = offered(found.of(GROUPS), today, ())
    return [
        *checks,
        Act(
            "goal",
            operations.set_cooperation_goal,
            _("Add the goal"),
            CooperationGoalForm,
            on={"project": project},
            right=KEEP,
        ),
        *(
            Act(
                "evidence",
                operations.tell_evidence,
                _("Write it down"),
                EvidenceForm,
                on={"goal": goal, **in_name},
                row=goal.pk,
                beside=goal.wording,
                right=TELL,
            )
            for goal in found.goals
        ),
        Act(
            "gathering",
            operations.tell_gathering,
            _("Write it down"),
            GatheringForm,
            on={"project": project, **in_name},
            given={"groups": groups},
            right=TELL,
        ),
        Act(
            "go_on",
            operations.go_on,
            _("Write it down"),
            ContinuationForm,
            on={"project": project},
            given={"project": project},
            right=KEEP,
        ),
        *taking_out(request, found),
    ]


def taking_out(request: Request, found: Beside) -> list[Act]:
    """List what may be taken out again: what stands in the actor's name."""
    today = request.actor.today
    return [
        *(
            Act(
                "take_out_evidence",
                operations.take_out_evidence,
                _("Take out"),
                on={"evidence": one, "today": today},
                row=one.pk,
                beside=one.words,
                right=TELL,
            )
            for goal in found.goals
            for one in goal.evidence.all()
            if found.is_own(one)
        ),
        *(
            Act(
                "take_out_gathering",
                operations.take_out_gathering,
                _("Take out"),
                on={"gathering": one, "today": today},
                row=one.pk,
                beside=one.theme,
                right=TELL,
            )
            for one in found.gatherings
            if found.is_own(one)
        ),
        *(
            Act(
                "take_out_continuation",
                operations.take_out_continuation,
                _("Take out"),
                on={"continuation": one, "today": today},
                row=one.pk,
                beside=one.what,
                right=KEEP,
            )
            for one in found.continuations
        ),
    ]


def in_words(found: Beside, acts: Acts, subs: Sequence[SubInitiative], groups: Mapping[str, str]) -> Mapping[str, Any]:
    """Return what the page says of it, each row with what may be done; few who came are told as few."""
    told = {one.sub_initiative_id for one in found.continuations}
    return {
        "goals": [
            (goal, acts.get(f"evidence-{goal.pk}"), acts.beside("take_out_evidence", goal.evidence.all()))
            for goal in found.goals
        ],
        "gatherings": [
            (one, ", ".join(groups.get(code, code) for code in one.target_groups), is_few(one.came), take_out)
            for one, take_out in acts.beside("take_out_gathering", found.gatherings)
        ],
        "continuations": acts.beside("check", found.continuations, "take_out_continuation"),
        "untold": [one for one in subs if one.pk not in told],
    }
