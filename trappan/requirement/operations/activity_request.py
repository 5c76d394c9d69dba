"""Ask the person to take part; note that the request was received, and that it is registered."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Consultation
from trappan.refusals import Refused, refusal_of, refusing
from trappan.requirement.models import ActivityRequest
from trappan.requirement.operations.refusals import NO
from trappan.requirement.standing import standings
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def request(*, case: Case, today: date, first_month: date, weekly_minutes: int, reference: str = "") -> ActivityRequest:
    """Ask the person to take part, from a month and with hours, on the basis that the rules name.

    Refused for a month in which the person does not come under the requirement, and without a
    consultation with the Employment Service that is recent enough.
    """
    made = asked(case, today, first_month, weekly_minutes, reference)
    record("requirement.request", case.person_id, scope=Scope.REQUIREMENT, request=made.pk, first_month=first_month)
    return made


def asked(
    case: Case, today: date, first_month: date, weekly_minutes: int, reference: str, **beside: Any
) -> ActivityRequest:
    """Make a request, alone or in place of another, where the person may be asked."""
    refuse_closed(case)
    rules = rules_on(today)
    months = standings([case.person_id], first_month, first_month, in_words=True)
    if rules.requirement_from is None or first_month < rules.requirement_from:
        raise Refused(_("The requirement does not apply to that month."), "first_month")
    # A month that has not been reported yet may be asked about beforehand.
    if not months or months[0].status not in ("under", "no_support"):
        sentence = months[0].sentence if months else _("You do not see the person's requirement.")
        raise Refused(sentence, "first_month")
    consultation = Consultation.objects.filter(case=case, with_whom="employment_service").first()
    if consultation is None or (today - consultation.held_on).days >= rules.consultation_valid_days:
        raise refusal_of(NO, "request_rests_on_consultation")
    with refusing(NO):
        return ActivityRequest.objects.create(
            person_id=case.person_id,
            case=case,
            first_month=first_month,
            weekly_minutes=weekly_minutes,
            basis=rules.request_basis,
            reference=reference.strip(),
            consultation=consultation,
            **beside,
        )


@transaction.atomic
def replace_request(
    *, made: ActivityRequest, today: date, first_month: date, weekly_minutes: int, why: str, reference: str = ""
) -> ActivityRequest:
    """Make a request in place of one that was wrong, and say what was; the old one stays readable.

    Refused as a request is, and where somebody has replaced it already. The person is to receive the new one too.
    """
    beside = {"replaces": made, "replaces_why": why.strip()}
    new = asked(made.case, today, first_month, weekly_minutes, reference, **beside)
    said: dict[str, Any] = {"request": new.pk, "replaces": made.pk, "first_month": first_month}
    record("requirement.replace_request", new.person_id, scope=Scope.REQUIREMENT, **said)
    return new


@transaction.atomic
def receive(*, made: ActivityRequest, today: date, received_on: date, received_how: str) -> None:
    """Note when and how the person got the request."""
    refuse_outside(
        received_on,
        "received_on",
        first=localdate(made.made_at),
        early=_("It cannot have been received before it was made."),
        last=today,
        late=_("It cannot have been received after today."),
    )
    noted = (
        ActivityRequest.objects.standing()
        .filter(pk=made.pk, received_on=None)
        .update(received_on=received_on, received_how=received_how)
    )
    if not noted:
        raise Refused(_("A colleague has already noted that it was received, or replaced it."))
    record("requirement.receive", made.person_id, scope=Scope.REQUIREMENT, request=made.pk, how=received_how)


@transaction.atomic
def register_request(*, made: ActivityRequest, today: date) -> None:
    """Tick that the request is entered at the Employment Service's pages, which is done by hand."""
    if not ActivityRequest.objects.standing().filter(pk=made.pk, registered_on=None).update(registered_on=today):
        raise Refused(_("It is already ticked as entered, or replaced."))
    record("requirement.register_request", made.person_id, scope=Scope.REQUIREMENT, request=made.pk)
