"""Let coordinators in, and write down who takes part in a project and what came of it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations.refusals import NO as OF_PEOPLE
from trappan.projects.models import Municipality, Participation, SubInitiative
from trappan.projects.operations.refusals import NO, NONE
from trappan.refusals import READS_ONLY, Refused, call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership


@transaction.atomic
def let_in(*, person: Person, coordinator: Membership) -> None:
    """Let a project's coordinator see name and steps, who then writes that the person takes part.

    The coordinating unit, or of somebody with protected identity the named coordinator alone. Refused: a unit whose
    projects are all finished, since nothing would end what it sees.
    """
    if not Municipality.objects.filter(unit=coordinator.unit_id, project__finished_on=None).exists():
        raise Refused(NONE, "coordinator")
    by_name = person.is_protected
    receiver = (None, coordinator.pk) if by_name else (coordinator.unit_id, None)
    call("people_refer", person.pk, *receiver, sentences={**OF_PEOPLE, "let_in_for_a_project": ("coordinator", NONE)})
    # With the unit, so that another municipality that works with the person is told none of it.
    record("projects.let_in", person.pk, scope=Scope.PLAN, unit_id=coordinator.unit_id)


@transaction.atomic
def add_participant(
    *,
    municipality: Municipality,
    person: Person,
    starts_on: date,
    today: date,
    sub_initiative: SubInitiative | None = None,
    target_groups: list[str] | None = None,
) -> Participation:
    """Write down that a person takes part from a day, as the coordinator of the municipality.

    What another municipality may have written of the person is neither asked nor told.
    """
    project = municipality.project
    refuse_outside(
        starts_on,
        "starts_on",
        first=project.starts_on,
        early=_("The project had not begun then."),
        last=min(day_before(project.ends_on), today),
        late=_("Choose a day that has come, while the project lasts."),
    )
    with refusing(NO):
        added = Participation.objects.create(
            person=person,
            unit_id=municipality.unit_id,
            municipality=municipality,
            sub_initiative=sub_initiative,
            target_groups=target_groups or [],
            starts_on=starts_on,
        )
    record(
        "projects.add_participant", person.pk, scope=Scope.ACTIVITY, unit_id=municipality.unit_id, project=project.pk
    )
    return added


@transaction.atomic
def end_participation(*, participation: Participation, ends_on: date, result: str, today: date) -> None:
    """Say that a person takes part no longer, and what came of it; `ends_on` is the first day without."""
    project = participation.municipality.project
    refuse_outside(
        day_before(ends_on),
        "ends_on",
        first=participation.starts_on,
        early=_("The person had not started then."),
        last=min(day_before(project.ends_on), today),
        late=_("Choose a day that has come, while the project lasts."),
    )
    with refusing(NO):
        found = Participation.objects.filter(pk=participation.pk)
        if not found.filter(ends_on=None).update(ends_on=ends_on, result=result):
            raise Refused(_("Somebody has written down the end already.") if found.exists() else READS_ONLY)
    record(
        "projects.end_participation",
        participation.person_id,
        scope=Scope.ACTIVITY,
        unit_id=participation.unit_id,
        result=result,
    )
