"""Answer which opening is proposed for one on the team's list: one at a time, never all at once."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.employers.models import Opening
from trappan.history.record import record
from trappan.matching.models import OpeningLine, Proposal
from trappan.matching.operations.proposal import ask_person
from trappan.matching.operations.refusals import ANSWERED, NO
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope

Answer = OpeningLine.Answer


@transaction.atomic
def accept_opening(*, line: OpeningLine, today: date) -> Proposal:
    """Ask the person about the opening, as about every opening; nothing goes to the employer before a yes.

    Refused: what somebody has answered or a newer run has replaced, an opening that is closed or filled, somebody who
    is asked about another already, and all that asking is refused for; then nothing of it stands.
    """
    answer_opening(line, Answer.ACCEPTED)
    if line.opening is None:
        raise Refused(ANSWERED)
    if not Opening.objects.to_offer(today).filter(pk=line.opening.pk).exists():
        raise Refused(_("The opening has been closed or filled since this was reckoned."))
    proposal = ask_person(search=line.search, opening=line.opening, today=today)
    if Proposal.objects.open().filter(search=line.search_id).exclude(pk=proposal.pk).exists():
        raise Refused(_("The person is asked about an opening already, since this was reckoned."))
    record("matching.accept_opening", **about_line(line))
    return proposal


@transaction.atomic
def change_opening(*, line: OpeningLine, reason: str) -> None:
    """Say why another opening is looked for; the proposed one is not proposed again while the person is on the list."""
    answer_opening(line, Answer.CHANGED, reason)
    record("matching.change_opening", **about_line(line))


@transaction.atomic
def decline_opening(*, line: OpeningLine, reason: str) -> None:
    """Say why it comes to nothing; the opening is not proposed again while the person is on the list."""
    answer_opening(line, Answer.DECLINED, reason)
    record("matching.decline_opening", **about_line(line))


def answer_opening(line: OpeningLine, said: Answer, reason: str = "") -> None:
    """Write the answer, once; refused where a colleague has, and where something newer is proposed."""
    with refusing(NO):
        if not OpeningLine.objects.filter(pk=line.pk, answer="").update(answer=said, reason=reason.strip()):
            raise Refused(ANSWERED)


def about_line(line: OpeningLine) -> dict[str, Any]:
    """Return how a line of the log tells which line of a run was answered, to whoever reads the person's profile."""
    return {"person_id": line.person_id, "scope": Scope.PROFILE, "line": line.pk, "opening": line.opening_id}
