"""Take a draft's steps: consult, inform under MBL, decide, say who is to have the decision, send it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.facts import Facts, facts_now
from trappan.partnerships.models import Agreement, Amendment, Consultation, Decision, DecisionPaper, Recipient
from trappan.partnerships.operations.agreement import named
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import edition_of


def of(version: Agreement | Amendment) -> dict[str, int | None]:
    """Return what ties a step to an agreement, or to an amendment to it."""
    if isinstance(version, Amendment):
        return {"agreement_id": version.agreement_id, "amendment_id": version.pk}
    return {"agreement_id": version.pk, "amendment_id": None}


def what_is_read(version: Agreement | Amendment, paper: DecisionPaper | None, said: Facts) -> str:
    """Name what a decision is about: the draft, the edition of its paper, and what stands with them."""
    draft = {one.attname: getattr(version, one.attname) for one in version._meta.concrete_fields}
    return edition_of({"draft": draft, "paper": paper.edition if paper is not None else 0, "said": said})


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
    read: str | None = None,
) -> None:
    """Write down the decision on what was `read` (`what_is_read`); None for one of the past that nobody read here.

    Where there is a decision paper it is decided by the edition of it that stands. Refused before the consultation and
    the information under MBL, for a day to come, where the draft, the paper or what stands with them has been changed
    since it was read, where the paper does not say what the agreement says now, and where it says nobody whom it is to
    go to.
    """
    refuse_day_to_come(decided_on, today, "decided_on")
    # Whoever changes the draft at the same moment comes before or after; one that is signed is not locked, and refused.
    version = type(version).objects.select_for_update().filter(pk=version.pk).first() or version
    paper = DecisionPaper.objects.filter(**of(version)).first()
    if paper is not None or read is not None:
        now = facts_now(version)
        if read is not None and read != what_is_read(version, paper, now):
            raise Refused(
                _(
                    "The draft, its paper or what stands with them was changed after you opened the page. Read it as "
                    "it is now, and then decide."
                )
            )
        if paper is not None and paper.said != now:
            raise Refused(
                _("The agreement has changed since the paper was saved. Let the paper say it too, and then decide.")
            )
    with refusing(NO):
        Decision.objects.create(
            **of(version),
            decided_on=decided_on,
            body=body,
            paragraph=paragraph,
            reference=reference,
            officer=officer,
            paper_edition=paper.edition if paper is not None else None,
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
