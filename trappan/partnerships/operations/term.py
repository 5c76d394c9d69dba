"""Write down what stands in an agreement: commitments and whether they are kept, goals that it serves, annexes."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.documents import store
from trappan.documents.names import name_of
from trappan.history.record import record
from trappan.partnerships.models import Agreement, Annex, Commitment, CommitmentState, ServedGoal
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now

MOST = 50  # annexes of one agreement


@transaction.atomic
def commit(*, agreement: Agreement, side: str, text: str) -> None:
    """Write down what one side has promised in an agreement."""
    with refusing(NO):
        made = Commitment.objects.create(agreement=agreement, side=side, text=text)
    record("partnerships.commit", agreement=agreement.pk, commitment=made.pk)


@transaction.atomic
def say_kept(*, commitment: Commitment, today: date, state: str, as_of: date, word: str) -> None:
    """Say whether a commitment is kept as of a day, and what that rests on."""
    refuse_day_to_come(as_of, today, "as_of")
    with refusing(NO):
        CommitmentState.objects.create(commitment=commitment, state=state, as_of=as_of, word=word)
    record("partnerships.say_kept", agreement=commitment.agreement_id, commitment=commitment.pk, state=state)


@transaction.atomic
def take_out_commitment(*, commitment: Commitment, today: date) -> None:
    """Take out a commitment that was written down wrongly, or no longer holds; it is kept, and not shown."""
    if not Commitment.objects.filter(pk=commitment.pk, taken_out_on=None).update(taken_out_on=today):
        raise Refused(_("It is taken out already."))
    record("partnerships.take_out_commitment", agreement=commitment.agreement_id, commitment=commitment.pk)


@transaction.atomic
def serve_goal(*, agreement: Agreement, wording: str, starts_on: date, ends_on: date | None = None) -> None:
    """Write down a goal of the municipality's that the agreement serves, and the period that it is for."""
    with refusing(NO):
        ServedGoal.objects.create(agreement=agreement, wording=wording, starts_on=starts_on, ends_on=ends_on)
    record("partnerships.serve_goal", agreement=agreement.pk)


@transaction.atomic
def add_annex(*, agreement: Agreement, title: str, name: str, content: bytes, version: str = "") -> Annex:
    """Add a file to an agreement; refused where it is not what its name says, and beyond fifty."""
    if agreement.annexes.count() >= MOST:
        raise Refused(_("There are already fifty annexes here. Put several together in one."), "file")
    kept = store.keep_bytes(content)
    name = name_of(name, kept.kind)
    with refusing(NO):
        made = Annex.objects.create(agreement=agreement, file_id=kept.id, title=title, version=version, name=name)
    record("partnerships.add_annex", agreement=agreement.pk, annex=made.pk)
    return made


@transaction.atomic
def open_annex(*, annex: Annex) -> bytes:
    """Return what stands in an annex, and note who opened it; refused where it was withdrawn."""
    if annex.withdrawn_at is not None:
        raise Refused(_("The file was withdrawn, and is not opened any more."))
    content = store.content_of(annex.file)
    record("partnerships.open_annex", kind="read", agreement=annex.agreement_id, annex=annex.pk)
    return content


@transaction.atomic
def withdraw_annex(*, annex: Annex, why: str) -> None:
    """Withdraw an annex that was added by mistake, with the reason; it is kept, and not opened any more."""
    with refusing(NO):
        if not Annex.objects.filter(pk=annex.pk, withdrawn_at=None).update(withdrawn_at=now(), withdrawn_why=why):
            raise Refused(_("The annex has already been withdrawn."))
    record("partnerships.withdraw_annex", agreement=annex.agreement_id, annex=annex.pk)
