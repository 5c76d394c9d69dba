"""End a case with its reason, and check after a month whether it held."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Meeting, Referral
from trappan.cases.operations import NO as CASES_NO
from trappan.cases.operations import assign, refuse_closed
from trappan.history.record import record
from trappan.outcomes.models import Exit
from trappan.placements.models import Placement
from trappan.placements.operations import withdraw
from trappan.refusals import READS_ONLY, Refused, Sentences, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.months import month_later
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership

NO: Sentences = {
    **CASES_NO,
    "work_and_studies_name_their_form": ("form", _("Write what kind of work or studies it is.")),
    "checked_after_a_month": ("checked_on", _("Check no sooner than a month after the start.")),
    "one_exit_a_case": _("The case is closed."),
    "reopened_says_why": ("why", _("Write why the case is opened again.")),
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
        if not found.filter(held=None, reopened_on=None).update(checked_on=today, held=held):
            done = found.exclude(held=None, reopened_on=None).exists()
            raise Refused(_("It has already been checked, or the case is open again.") if done else READS_ONLY)
    record("outcomes.check_exit", exit.person_id, scope=Scope.PLAN, held=held)


@transaction.atomic
def reopen(*, case: Case, today: date, why: str, responsible: Membership | None = None) -> None:
    """Open a closed case again under its number, with the reason: plan and way are as before.

    `responsible` is the consultant who is to walk with the person from here on, the same as before where none is
    chosen. What fell with the case does not come back. Refused where the person has another open case by now, and
    in a unit that is closed or is to close: choose a consultant of another.
    """
    database.execute("SET CONSTRAINTS refuse_closed_unit_later DEFERRED")
    # Whoever is second sees that the first has reopened it.
    found = Case.objects.select_for_update().filter(pk=case.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    if found.closed_on is None:
        raise Refused(_("The case is open again. Look at the person's page."))
    with refusing(NO):
        ended = Exit.objects.filter(case=case, reopened_on=None)
        if not ended.update(reopened_on=today, reopened_why=why.strip()):
            # Closed before we kept how: what is not known of the end is not made up.
            Exit.objects.create(
                person_id=found.person_id,
                case=found,
                day=found.closed_on,
                reason=Exit.Reason.OTHER,
                reopened_on=today,
                reopened_why=why.strip(),
            )
        Case.objects.filter(pk=case.pk).update(closed_on=None)
    record("outcomes.reopen", found.person_id, scope=Scope.PLAN, case=found.pk)
    if responsible is not None and responsible.pk != found.responsible_id:
        found.closed_on = None
        assign(case=found, to=responsible, unit=responsible.unit)
    with refusing(NO):
        database.execute("SET CONSTRAINTS refuse_closed_unit_later IMMEDIATE")
