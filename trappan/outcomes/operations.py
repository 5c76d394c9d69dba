"""End a case with its reason, and check after a month whether it held."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case, Meeting, Referral
from trappan.cases.operations import NO as CASES_NO
from trappan.cases.operations import refuse_closed
from trappan.history.record import record
from trappan.outcomes.models import Exit
from trappan.placements.models import Placement
from trappan.placements.operations import withdraw
from trappan.refusals import READS_ONLY, Refused, Sentences, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.months import month_later
from trappan.secrecy.scopes import Scope

NO: Sentences = {
    **CASES_NO,
    "work_and_studies_name_their_form": ("form", _("Write what kind of work or studies it is.")),
    "checked_after_a_month": ("checked_on", _("Check no sooner than a month after the start.")),
    "one_exit_a_case": _("The case is closed."),
    "reopened_where_it_failed": _("Only a case whose work or studies did not last is reopened here."),
}


@transaction.atomic
def record_exit(*, case: Case, day: date, today: date, reason: str, form: str = "", sure: bool = True) -> Exit:
    """Close a case with the reason. Work and studies are provisional until checked.

    Refused while the person still has a placement on that day: end it first, so that nobody is
    left on a site's list. Asked about where meetings, referrals or proposals fall with it and that is
    not `sure`: what falls does not come back with the case.
    """
    refuse_outside(
        day,
        "day",
        first=case.opened_on,
        early=_("The case cannot be closed before it was opened."),
        last=today,
        late=_("The day has not come yet."),
    )
    # Whoever is second sees that the first has closed it.
    found = Case.objects.select_for_update().filter(pk=case.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    refuse_closed(found)
    placed = Placement.objects.filter(person_id=case.person_id)
    if any(placement.covers(day) for placement in placed.filter(agreed=True)):
        raise Refused(_("The person still has a placement that day. End the placement first."))
    if not sure:
        refuse_what_falls(case, placed)
    with refusing(NO):
        done = Exit.objects.create(person_id=case.person_id, case=case, day=day, reason=reason, form=form)
        Case.objects.filter(pk=case.pk).update(closed_on=day)
    for placement in placed.filter(agreed=False, refused_at=None, withdrawn_at=None):
        withdraw(placement=placement)
    # Nobody is left waiting for somebody whose case is closed, nor seeing them.
    Referral.objects.filter(case=case, end="").update(
        end=Referral.End.INTERRUPTED, result=str(_("The case was closed.")), ends_on=today
    )
    Meeting.objects.filter(case=case, outcome="", starts_at__gt=now()).update(outcome=Meeting.Outcome.CANCELLED)
    record("outcomes.record_exit", case.person_id, scope=Scope.PLAN, reason=reason, day=day)
    return done


def refuse_what_falls(case: Case, placed: QuerySet[Placement]) -> None:
    """Ask, with how much falls with the case, before it is closed."""
    meetings = Meeting.objects.filter(case=case, outcome="", starts_at__gt=now()).count()
    referrals = Referral.objects.filter(case=case, end="").count()
    proposals = placed.filter(agreed=False, refused_at=None, withdrawn_at=None).count()
    if meetings + referrals + proposals:
        raise Refused(
            _(
                "With the case fall: meetings to come %(meetings)s, referrals %(referrals)s, proposals of places "
                "%(proposals)s. They do not come back if it is reopened."
            )
            % {"meetings": meetings, "referrals": referrals, "proposals": proposals},
            "sure",
        )


@transaction.atomic
def check_exit(*, exit: Exit, today: date, held: bool) -> None:  # noqa: A002 - the model is called so
    """Say, a month or more after, whether the work or the studies have lasted."""
    refuse_outside(today, "", first=month_later(exit.day), early=_("Check no sooner than a month after the start."))
    with refusing(NO):
        found = Exit.objects.filter(pk=exit.pk)
        if not found.filter(held=None).update(checked_on=today, held=held):
            raise Refused(_("It has already been checked.") if found.exclude(held=None) else READS_ONLY)
    record("outcomes.check_exit", exit.person_id, scope=Scope.PLAN, held=held)


@transaction.atomic
def reopen(*, exit: Exit, today: date) -> None:  # noqa: A002 - the model is called so
    """Open the case again where the work or the studies did not last: plan, way and colleagues are as before.

    Refused where the person has another open case by now.
    """
    with refusing(NO):
        reopened = Exit.objects.filter(pk=exit.pk, held=False, reopened_on=None).update(reopened_on=today)
        if not reopened:
            raise Refused(_("The case is open again, or it has lasted. Look at the person's page."))
        Case.objects.filter(pk=exit.case_id).update(closed_on=None)
    record("outcomes.reopen", exit.person_id, scope=Scope.PLAN, case=exit.case_id)
