"""Attach a file to the answer to a referral, open it, withdraw a wrong one."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Referral, ReferralFile
from trappan.cases.operations.refusals import NO
from trappan.documents import store
from trappan.documents.names import name_of
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

MOST = 20  # files of one referral


@transaction.atomic
def attach_file(*, referral: Referral, by: Actor, name: str, content: bytes) -> ReferralFile:
    """Attach a file to the answer; whoever reads the referral opens it.

    Refused: another unit's referral, one that has ended, more than twenty files, and whatever the store takes not.
    """
    refuse_others(referral, by)
    if referral.files.count() >= MOST:
        raise Refused(_("There are already twenty files here. Put the rest together in one, and attach that."), "file")
    kept = store.keep_bytes(content)
    name = name_of(name, kept.kind)
    with refusing(NO):
        attached = ReferralFile.objects.create(
            person_id=referral.person_id, referral=referral, unit_id=referral.unit_id, file_id=kept.id, name=name
        )
    record(
        "cases.attach_file", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, attached=attached.pk
    )
    return attached


@transaction.atomic
def open_file(*, attached: ReferralFile) -> bytes:
    """Return what stands in an attached file, and note who opened it; refused where it was withdrawn."""
    if attached.withdrawn_at is not None:
        raise Refused(_("The file was withdrawn, and is not opened any more."))
    content = store.content_of(attached.file)
    record(
        "cases.open_file",
        attached.person_id,
        scope=Scope.ACTIVITY,
        unit_id=attached.unit_id,
        kind="read",
        attached=attached.pk,
    )
    return content


@transaction.atomic
def withdraw_file(*, attached: ReferralFile, why: str) -> None:
    """Withdraw a file that was attached by mistake, with the reason; it is kept, and not opened any more."""
    with refusing(NO):
        found = ReferralFile.objects.filter(pk=attached.pk, withdrawn_at=None)
        if not found.update(withdrawn_at=now(), withdrawn_why=why.strip()):
            raise Refused(_("The file has already been withdrawn."))
    record(
        "cases.withdraw_file", attached.person_id, scope=Scope.ACTIVITY, unit_id=attached.unit_id, attached=attached.pk
    )


def refuse_others(referral: Referral, by: Actor) -> None:
    """Refuse to answer a referral that was not sent to the actor's own unit."""
    if referral.unit_id != by.unit_id:
        raise Refused(_("Whoever has the referral answers it."))
