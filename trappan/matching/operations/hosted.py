"""A manager of an own department answers a proposal about an opening there."""

from django.db import transaction

from trappan.matching.operations.refusals import NO
from trappan.refusals import call


@transaction.atomic
def answer_as_host(*, proposal_id: int, accepts: bool, why: str = "", note: str = "") -> None:
    """Say yes or no for the own workplace; a yes ends what else the person was asked about, in the same transaction.

    The event is the database's to write, about somebody whom the manager has no other way to. Refused: what is
    another workplace's, has ended or is not let be told any more, a yes without a place left or to what is not offered
    any more, a no without its reason.
    """
    call("matching_answer_here", proposal_id, accepts, why, note, sentences=NO)
