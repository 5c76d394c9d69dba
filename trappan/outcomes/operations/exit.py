"""End a case with its reason, and check after a month whether it held."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trappan import database
from trappan.cases.models import Case, Meeting, Referral
from trappan.cases.operations import assign, refuse_closed
from trappan.employers.models import Employer
from trappan.history.record import record
from trappan.outcomes.models import Exit
from trappan.outcomes.operations.refusals import NO
from trappan.placements.models import Placement
from trappan.placements.operations import withdraw
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.months import month_later
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership

# What is said of an end, and put right when it was wrong.
SAID = ("day", "reason", "sub_code", "support_form", "source", "form", "occupation", "employer_name")


@transaction.atomic
def record_exit(
    *, case: Case, day: date, today: date, reason: str, sure: bool = True, named: bool = False, **said: Any
) -> Exit:
    """Close a case with the reason, and what is known of the end (`SAID`). Work and studies are provisional.

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
        said |= {"employer": employer_called(said.get("employer_name", "")), "named": named}
        done = Exit.objects.create(person_id=case.person_id, case=case, day=day, reason=reason, **said)
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
    """Ask, with what falls with the case, before it is closed; of what there is none of nothing is said."""
    meetings = Meeting.objects.filter(case=case, outcome="", starts_at__gt=now()).count()
    referrals = Referral.objects.filter(case=case, end="").count()
    proposals = placed.filter(agreed=False, refused_at=None, withdrawn_at=None).count()
    falls = [
        words % {"n": number}
        for number, words in (
            (meetings, ngettext("%(n)s meeting to come", "%(n)s meetings to come", meetings)),
            (referrals, ngettext("%(n)s referral", "%(n)s referrals", referrals)),
            (proposals, ngettext("%(n)s proposal of a place", "%(n)s proposals of places", proposals)),
        )
        if number
    ]
    if falls:
        told = _("With the case fall: %(what)s. They do not come back if it is reopened.")
        raise Refused(told % {"what": ", ".join(falls)}, "sure")


def employer_called(name: str) -> Employer | None:
    """Return the employer of the register that bears a name, where the writer reads of employers."""
    if not name.strip():
        return None
    found = list(Employer.objects.living().filter(name__iexact=name.strip(), cooperates=False)[:2])
    return found[0] if len(found) == 1 else None


@transaction.atomic
def correct_exit(
    *,
    exit: Exit,  # noqa: A002 - the model is called so
    today: date,
    why: str,
    edition: str,
    **said: Any,
) -> None:
    """Put right what was said of an end (`SAID`), with the reason; what stood before is kept.

    Another day is the day on which the case is closed too. Another day or reason takes the check away. Refused where
    the case is open again, on a day when the person still had a placement, and where nothing differs.
    """
    lock_edition(exit, SAID, edition)
    found = Exit.objects.select_related("case").get(pk=exit.pk)
    day, case = said["day"], found.case
    refuse_outside(
        day,
        "day",
        first=case.opened_on,
        early=_("The case cannot be closed before it was opened."),
        last=today,
        late=_("The day has not come yet."),
    )
    if all(getattr(found, name) == value for name, value in said.items()):
        raise Refused(_("Nothing differs from what is saved. Change what was wrong."))
    if day != found.day and any(
        placement.covers(day) for placement in Placement.objects.filter(person_id=case.person_id, agreed=True)
    ):
        raise Refused(_("The person still has a placement that day. End the placement first."), "day")
    if found.finished_on is not None and (said["reason"] != Exit.Reason.STUDIES or day > found.finished_on):
        raise Refused(_("The studies were finished, and that would not fit. Take the day of that away first."))
    if said["employer_name"] != found.employer_name:
        said["employer"] = employer_called(said["employer_name"])
    with refusing(NO):
        Exit.objects.filter(pk=found.pk).update(**said, corrected_why=why.strip())
        if day != found.day and found.reopened_on is None:
            Case.objects.filter(pk=case.pk).update(closed_on=day)
    record("outcomes.correct_exit", found.person_id, scope=Scope.PLAN, reason=said["reason"], day=day)


@transaction.atomic
def finish_studies(
    *,
    exit: Exit,  # noqa: A002 - the model is called so
    finished_on: date | None,
    edition: str,
    today: date,
) -> None:
    """Write the day on which studies were finished, which counts as itself; no day where what was written is wrong."""
    lock_edition(exit, ["finished_on"], edition)
    if finished_on is not None:
        refuse_outside(
            finished_on,
            "finished_on",
            first=exit.day,
            early=_("The studies cannot be finished before they began."),
            last=today,
            late=_("The day has not come yet."),
        )
    with refusing(NO):
        if not Exit.objects.filter(pk=exit.pk, reason=Exit.Reason.STUDIES).update(finished_on=finished_on):
            raise Refused(READS_ONLY)
    record("outcomes.finish_studies", exit.person_id, scope=Scope.PLAN, day=finished_on)


@transaction.atomic
def name_exit(*, exit: Exit, named: bool) -> None:  # noqa: A002 - the model is called so
    """Write down that the person lets colleagues read the name among those who came to work, or does not any more."""
    with refusing(NO):
        if not Exit.objects.filter(pk=exit.pk).update(named=named):
            raise Refused(READS_ONLY)
    record("outcomes.name_exit", exit.person_id, scope=Scope.PLAN, named=named)


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
