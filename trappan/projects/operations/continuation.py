"""Say what goes on when a project is over, by whom and with whose money, and look that it still does."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.projects.models import Continuation, Project, SubInitiative
from trappan.projects.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside


@transaction.atomic
def go_on(
    *,
    project: Project,
    what: str,
    goes_on: bool,
    by_whom: str = "",
    money: str = "",
    starts_on: date | None = None,
    sub_initiative: SubInitiative | None = None,
) -> Continuation:
    """Say what becomes of a project or a sub-initiative: it goes on, by somebody with money since a day, or it ends.

    `starts_on` is no sooner than the project's first day; it may be to come.
    """
    if goes_on:
        said = {"by_whom": by_whom, "money": money, "starts_on": starts_on}
        empty = next((name for name, value in said.items() if not value), None)
        if empty:
            raise Refused(_("Write by whom it goes on, with whose money and since when."), empty)
    if starts_on is not None:
        refuse_outside(
            starts_on, "starts_on", first=project.starts_on, early=_("Nothing goes on of what had not begun.")
        )
    with refusing(NO):
        told = Continuation.objects.create(
            project=project,
            sub_initiative=sub_initiative,
            what=what,
            goes_on=goes_on,
            by_whom=by_whom,
            money=money,
            starts_on=starts_on,
        )
    record("projects.go_on", project=project.pk, continuation=told.pk)
    return told


@transaction.atomic
def check_continuation(*, continuation: Continuation, checked_on: date, today: date) -> None:
    """Say that somebody has looked, and that it goes on as of a day; also after the final report."""
    refuse_outside(
        checked_on,
        "checked_on",
        first=continuation.starts_on,
        early=_("It had not begun then."),
        last=today,
        late=_("The day has not come yet."),
    )
    found = Continuation.objects.filter(pk=continuation.pk, goes_on=True, taken_out_on=None)
    with refusing(NO):
        if not found.update(checked_on=checked_on):
            raise Refused(READS_ONLY)
    record("projects.check_continuation", project=continuation.project_id, continuation=continuation.pk)


@transaction.atomic
def take_out_continuation(*, continuation: Continuation, today: date) -> None:
    """Take out what was written of what goes on, as long as the final report is not written."""
    with refusing(NO):
        if not Continuation.objects.filter(pk=continuation.pk, taken_out_on=None).update(taken_out_on=today):
            raise Refused(READS_ONLY)
    record("projects.take_out_continuation", project=continuation.project_id, continuation=continuation.pk)
