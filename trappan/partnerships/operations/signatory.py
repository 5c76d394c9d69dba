"""Name who signs for a partner, and take them off."""

from datetime import date

from django.db import transaction

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Signatory
from trappan.partnerships.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.staff.models import Membership


@transaction.atomic
def name_signatory(*, agreement: Agreement, membership: Membership, mandate: str) -> None:
    """Name a colleague of the partner to sign for it under an agreement, as a head of unit, on the partner's mandate.

    Refused: somebody who leads no workplace of the partner, one who is named already, an agreement that is not signed.
    """
    with refusing(NO):
        made = Signatory.objects.create(agreement=agreement, membership=membership, mandate=mandate)
    record("partnerships.name_signatory", kind="access", agreement=agreement.pk, signatory=made.pk)


@transaction.atomic
def take_off_signatory(*, signatory: Signatory, today: date) -> None:
    """Take a colleague of the partner off those who sign for it, at once; what was signed stands."""
    if not Signatory.objects.filter(pk=signatory.pk, ended_on=None).update(ended_on=today):
        raise Refused(READS_ONLY)
    record("partnerships.take_off_signatory", kind="access", agreement=signatory.agreement_id, signatory=signatory.pk)
