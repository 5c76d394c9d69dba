"""Tell a site what to adapt for somebody, by the person's consent; answer for the site; take the text back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.placements.models import Adaptation, Placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call, refusing
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope

GONE = _("The text has been taken back or replaced. Load the page again.")


@transaction.atomic
def share_adaptation(*, placement: Placement, text: str, consented_how: str) -> Adaptation:
    """Tell the site what to adapt, in words written for it and by the person's consent; takes the place of the last.

    Refused: a placement that is over, and a partner that cooperates without a consent that names the adaptation.
    """
    database.lock("placements.adaptation", placement.pk)
    Adaptation.objects.filter(placement=placement, withdrawn_at=None).update(withdrawn_at=now())
    with refusing(NO):
        told = Adaptation.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            text=text.strip(),
            consented_how=consented_how,
        )
    # The event is of the plan: that there was a text is not left behind at the site either.
    record("placements.share_adaptation", placement.person_id, scope=Scope.PLAN, placement=placement.pk)
    return told


@transaction.atomic
def withdraw_adaptation(*, adaptation: Adaptation) -> None:
    """Take the text from the site, since the person no longer consents or it no longer holds."""
    if not Adaptation.objects.filter(pk=adaptation.pk, withdrawn_at=None).update(withdrawn_at=now()):
        raise Refused(GONE)
    record("placements.withdraw_adaptation", adaptation.person_id, scope=Scope.PLAN, placement=adaptation.placement_id)


@transaction.atomic
def answer_adaptation(*, adaptation: Adaptation, answer: str, words: str = "") -> None:
    """Say, as the site, what it can do: yes, or in words what it can do only partly or not at all."""
    if answer != Adaptation.Answer.YES and not words.strip():
        raise Refused(_("Write what you can do and what you cannot: the consultant reads it."), "words")
    call("placements_answer_adaptation", adaptation.pk, answer, words.strip()[:300], sentences=NO)
    record("placements.answer_adaptation", adaptation.person_id, scope=Scope.PLAN, answer=answer)


@transaction.atomic
def read_answer(*, adaptation: Adaptation) -> None:
    """Say, as the consultant, that the site's answer is read."""
    answered = Adaptation.objects.filter(pk=adaptation.pk, answered_at__isnull=False, read_at=None)
    if not answered.update(read_at=now()):
        raise Refused(_("The answer is read already, or there is a new one. Load the page again."))
    record("placements.read_answer", adaptation.person_id, scope=Scope.PLAN, placement=adaptation.placement_id)
