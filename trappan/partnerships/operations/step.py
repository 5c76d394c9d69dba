"""Take a draft's steps: consult, inform under MBL, decide, say who is to have the decision, send it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Amendment, Consultation, Decision, Recipient
from trappan.partnerships.operations.agreement import named
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import Refused, refusing


def of(version: Agreement | Amendment) -> dict[str, int | None]:
    """Return what ties a step to an agreement, or to an amendment to it."""
    if isinstance(version, Amendment):
        return {"agreement_id": version.agreement_id, "amendment_id": version.pk}
    return {"agreement_id": version.pk, "amendment_id": None}


@transaction.atomic
def consult(
    *,
    version: Agreement | Amendment,
    today: date,
    kind: str,
    whom: str,
    held_on: date,
    outcome: str,
    paragraph: str = "",
) -> None:
    """Write down a consultation, or the information to the unions with its paragraph; refused for a day to come."""
    refuse_day_to_come(held_on, today, "held_on")
    with refusing(NO):
        Consultation.objects.create(
            **of(version), kind=kind, paragraph=paragraph, whom=whom, held_on=held_on, outcome=outcome
        )
    record("partnerships.consult", kept=kind, **named(version))


@transaction.atomic
def decide(
    *,
    version: Agreement | Amendment,
    today: date,
    decided_on: date,
    body: str,
    reference: str,
    officer: str,
    paragraph: str = "",
) -> None:
    """Write down the decision. Refused before the consultation and the information under MBL, and for a day to come."""
    refuse_day_to_come(decided_on, today, "decided_on")
    with refusing(NO):
        Decision.objects.create(
            **of(version), decided_on=decided_on, body=body, paragraph=paragraph, reference=reference, officer=officer
        )
    record("partnerships.decide", **named(version))


@transaction.atomic
def list_recipient(*, version: Agreement | Amendment, name: str) -> None:
    """Put somebody on the list of those who are to have the decision."""
    with refusing(NO):
        Recipient.objects.create(**of(version), name=name)
    record("partnerships.list_recipient", **named(version))


@transaction.atomic
def send_decision(*, version: Agreement | Amendment, today: date, sent_on: date) -> None:
    """Say that the decision has been sent to everybody on the list. Refused where nobody is on it."""
    refuse_day_to_come(sent_on, today, "sent_on")
    listed = Recipient.objects.filter(**of(version))
    if not listed.exists():
        raise Refused(_("Nobody is on the list of those who are to have the decision. Fill it in, and then send."))
    with refusing(NO):
        if not listed.filter(sent_on=None).update(sent_on=sent_on):
            raise Refused(_("The decision has been sent already."))
    record("partnerships.send_decision", **named(version))
