"""Say what a project is to reach beside results, what shows that it has, and which gatherings were held."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.projects.models import CooperationGoal, Evidence, Gathering, Municipality, Project
from trappan.projects.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before


@transaction.atomic
def set_cooperation_goal(*, project: Project, wording: str, shown_by: str, due_on: date) -> CooperationGoal:
    """Write down a goal of cooperation in words, what would show that it is reached, and by when."""
    refuse_outside(
        due_on,
        "due_on",
        first=project.starts_on,
        early=_("The project had not begun then."),
        last=day_before(project.ends_on),
        late=_("Choose a day while the project lasts."),
    )
    with refusing(NO):
        made = CooperationGoal.objects.create(project=project, wording=wording, shown_by=shown_by, due_on=due_on)
    record("projects.set_cooperation_goal", project=project.pk, goal=made.pk)
    return made


@transaction.atomic
def tell_evidence(
    *, goal: CooperationGoal, kind: str, day: date, words: str, today: date, municipality: Municipality | None = None
) -> Evidence:
    """Write down something that has happened and shows how far a goal has come, in a municipality's name or all's."""
    refuse_not_while_it_lasted(day, goal.project, today)
    with refusing(NO):
        told = Evidence.objects.create(
            project_id=goal.project_id, goal=goal, municipality=municipality, kind=kind, day=day, words=words
        )
    record("projects.tell_evidence", project=goal.project_id, evidence=told.pk)
    return told


@transaction.atomic
def take_out_evidence(*, evidence: Evidence, today: date) -> None:
    """Take out what was written by mistake, as whoever leads the project or the municipality whose it is."""
    with refusing(NO):
        if not Evidence.objects.filter(pk=evidence.pk, taken_out_on=None).update(taken_out_on=today):
            raise Refused(READS_ONLY)
    record("projects.take_out_evidence", project=evidence.project_id, evidence=evidence.pk)


@transaction.atomic
def tell_gathering(
    *,
    project: Project,
    day: date,
    venue: str,
    theme: str,
    came: int,
    today: date,
    target_groups: list[str] | None = None,
    municipality: Municipality | None = None,
) -> Gathering:
    """Write down a seminar or another event that was held, with how many came and for whom it was."""
    refuse_not_while_it_lasted(day, project, today)
    with refusing(NO):
        told = Gathering.objects.create(
            project=project,
            municipality=municipality,
            day=day,
            venue=venue,
            theme=theme,
            came=came,
            target_groups=target_groups or [],
        )
    record("projects.tell_gathering", project=project.pk, gathering=told.pk)
    return told


@transaction.atomic
def take_out_gathering(*, gathering: Gathering, today: date) -> None:
    """Take out what was written by mistake, as whoever leads the project or the municipality whose it is."""
    with refusing(NO):
        if not Gathering.objects.filter(pk=gathering.pk, taken_out_on=None).update(taken_out_on=today):
            raise Refused(READS_ONLY)
    record("projects.take_out_gathering", project=gathering.project_id, gathering=gathering.pk)


def refuse_not_while_it_lasted(day: date, project: Project, today: date) -> None:
    """Refuse a day outside the project, and one to come."""
    refuse_outside(
        day,
        "day",
        first=project.starts_on,
        early=_("The project had not begun then."),
        last=min(day_before(project.ends_on), today),
        late=_("Choose a day that has come, while the project lasts."),
    )
