"""Begin projects, say who takes part in them and with whose money, and finish them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.projects.models import FinalReport, Funding, Municipality, Project, Spending, SubInitiative
from trappan.projects.operations.refusals import NO
from trappan.projects.results import GROUPS, book_of, final_facts
from trappan.refusals import Refused, call, refusing
from trappan.rules.codes import labels
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.staff.models import Unit


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
    """Write the final report: the key is destroyed, coordinators are let out, and the figures stay as they are.

    What stands on the report's paper is kept in words, as the project was counted then.
    """
    call("projects_finish", project.pk, report, sentences=NO)
    groups = {code: str(said) for (_table, code), said in labels(GROUPS).items()}
    with refusing(NO):
        FinalReport.objects.create(project=project, facts=final_facts(book_of(project, groups), report))
    record("projects.finish_project", project=project.pk)
