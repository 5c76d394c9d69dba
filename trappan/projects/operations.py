"""Begin projects and follow them up, let coordinators in, and write down who takes part and what came of it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations.refusals import NO as OF_PEOPLE
from trappan.projects.models import Funding, Municipality, Participation, Project, Spending, SubInitiative
from trappan.refusals import READS_ONLY, Refused, Sentences, call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership, Unit

PERSON = _("Everybody in the project reads this, so nothing about a person may stand here. Take the number out.")
FINISHED = _("The project is finished. What is told of it is not changed any more.")
NONE = _("That unit coordinates no project that is under way. Choose another one.")
NO: Sentences = {
    "one_project_a_name": ("name", _("A project of that name is here already. Give this one another name.")),
    "project_says_what": ("aim", _("Write what the project is called, and what it is for.")),
    "project_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "goal_is_a_share": ("goal_basis_points", _("Write a share over nothing and at most 100 percent.")),
    "project_names_nobody": PERSON,
    "project_is_finished": FINISHED,
    "project_is_over": _(
        "The project goes on, or is finished already: the final report comes once, after the last day."
    ),
    "project_is_led_by_you": READS_ONLY,
    "project_is_finished_by_a_report": ("report", _("Write how it went.")),
    "takes_part_in_a_project_once": ("unit", _("That municipality takes part already.")),
    "unit_coordinates_projects": ("unit", _("Choose a municipality’s unit for projects.")),
    "municipality_plans_somebody": ("planned_women", _("Write how many people are planned, at least one.")),
    "one_sub_initiative_a_name": ("name", _("A sub-initiative of that name is here already.")),
    "sub_initiative_says_what": ("theme", _("Write what it is called, and its theme.")),
    "sub_initiative_plans_somebody": ("planned", _("Write how many people, at least one.")),
    "sub_initiative_names_nobody": PERSON,
    "sub_initiative_of_the_project": ("municipality", _("Choose a municipality of the project.")),
    "sub_initiative_is_here": ("sub_initiative", _("Choose a sub-initiative that your municipality has.")),
    "code_of_target_groups": ("target_groups", _("Choose target groups that are in use on that day.")),
    "one_funding_a_kind": ("kind", _("That money is written down already.")),
    "funding_is_something": ("budget_ore", _("Write how much it is.")),
    "takes_part_while_the_project_lasts": ("starts_on", _("Choose days while the project lasts.")),
    "project_participation_ends_with_a_result": ("ends_on", _("The last day cannot come before the first.")),
    "in_a_project_once_at_a_time": ("person", _("The person takes part in the project on that day already.")),
}


@transaction.atomic
def begin_project(*, by: Actor, **about: Any) -> Project:
    """Write down a project that the actor's organisation owns; the database draws its key."""
    with refusing(NO):
        begun = Project.objects.create(owner_id=by.organisation_id, **about)
    record("projects.begin_project", project=begun.pk)
    return begun


@transaction.atomic
def add_municipality(*, project: Project, unit: Unit, planned_women: int, planned_men: int) -> Municipality:
    """Write down that a municipality takes part, by its unit for projects; whose people they are stays with it."""
    with refusing(NO):
        added = Municipality.objects.create(
            project=project,
            organisation_id=unit.organisation_id,
            unit=unit,
            planned_women=planned_women,
            planned_men=planned_men,
        )
    record("projects.add_municipality", project=project.pk, municipality=unit.organisation_id)
    return added


@transaction.atomic
def add_sub_initiative(*, project: Project, **about: Any) -> SubInitiative:
    """Write down a part of the project with a theme, target groups and a planned number."""
    with refusing(NO):
        added = SubInitiative.objects.create(project=project, **about)
    record("projects.add_sub_initiative", project=project.pk, sub_initiative=added.pk)
    return added


@transaction.atomic
def add_funding(*, project: Project, kind: str, budget_ore: int) -> Funding:
    """Write down whose money the project has, and how much in öre."""
    with refusing(NO):
        added = Funding.objects.create(project=project, kind=kind, budget_ore=budget_ore)
    record("projects.add_funding", project=project.pk, funding=added.pk)
    return added


@transaction.atomic
def tell_spending(*, funding: Funding, as_of: date, amount_ore: int, today: date) -> None:
    """Say how much of a funding is used until a day, from the project's first; the latest holds."""
    refuse_outside(
        as_of,
        "as_of",
        first=funding.project.starts_on,
        early=_("The project had not begun then."),
        last=today,
        late=_("The day has not come yet."),
    )
    if amount_ore > funding.budget_ore:
        raise Refused(_("That is more than the budget. Look at the amount again."), "amount_ore")
    with refusing(NO):
        Spending.objects.create(funding=funding, as_of=as_of, amount_ore=amount_ore)
    record("projects.tell_spending", project=funding.project_id, funding=funding.pk, as_of=as_of)


@transaction.atomic
def finish_project(*, project: Project, report: str) -> None:
    """Write the final report: the key is destroyed, coordinators are let out, and the figures stay as they are."""
    call("projects_finish", project.pk, report, sentences=NO)
    record("projects.finish_project", project=project.pk)


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
