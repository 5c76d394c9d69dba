"""Ask somebody about an opening, send the proposal, let them meet, and tell what became of it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from trappan import database
from trappan.employers.models import Contact, Opening
from trappan.history.record import record
from trappan.matching.hosted import managers_of
from trappan.matching.models import Proposal, SentPaper, WorkSearch
from trappan.matching.operations.refusals import ENDED, NO
from trappan.matching.paper import paper_for
from trappan.messages.orders import tell_colleague
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.ui.templatetags.ui import day as in_words

CHANGED = _("What would go out is another now than what you read. Read it again below, and send it then.")


def about(proposal: Proposal) -> dict[str, Any]:
    """Return how a line of the log tells which proposal it is about, to whoever reads the proposal."""
    return {"person_id": proposal.person_id, "scope": Scope.PROFILE, "proposal": proposal.pk}


def lock_proposal(proposal: Proposal) -> Proposal:
    """Lock the person's profile and proposals, and return the proposal as it is now; refused where it has ended."""
    database.lock("matching.profile", proposal.person_id)
    found = Proposal.objects.select_for_update().filter(pk=proposal.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    if not found.is_open:
        raise Refused(ENDED)
    return found


def write(proposal: Proposal, **values: Any) -> None:
    """Write what is new of a proposal that is locked."""
    with refusing(NO):
        Proposal.objects.filter(pk=proposal.pk).update(**values)


def answer_day(today: date) -> date:
    """Return the last day for an answer, by the rules of today."""
    return today + timedelta(days=rules_on(today).proposal_answer_days)


@transaction.atomic
def ask_person(*, search: WorkSearch, opening: Opening, today: date) -> Proposal:
    """Write down that the person is asked about an opening, which comes before all else.

    Refused: somebody who is not on the team's list, an opening that is closed, and one that they are asked about.
    """
    database.lock("matching.profile", search.person_id)
    with refusing(NO):
        made = Proposal.objects.create(
            person_id=search.person_id, search=search, opening=opening, answer_by=answer_day(today)
        )
    record("matching.ask_person", **about(made), opening=opening.pk)
    return made


@transaction.atomic
def answer_as_person(*, proposal: Proposal, willing: bool, today: date, why: str = "", note: str = "") -> None:
    """Write down what the person answered; a no ends it, says why, and stays within the house.

    Taken back after it was sent, the employer is told that the proposal no longer stands, and nothing more.
    """
    found = lock_proposal(proposal)
    if willing and found.willing is not None:
        raise Refused(_("The person has answered already."))
    if willing:
        write(found, willing=True, willing_on=today, note=note, why=why)
    elif found.sent_at is not None:
        write(found, why=why, note=note, outcome=Proposal.Outcome.PERSON, ended_on=today)
    else:
        no = {"willing": False, "willing_on": today}
        write(found, **no, why=why, note=note, outcome=Proposal.Outcome.PERSON, ended_on=today)
    record("matching.answer_as_person", **about(found), willing=willing, why=why)


@transaction.atomic
def send_proposal(*, proposal: Proposal, by: Actor, sent_how: str, shown: str, contact: Contact | None = None) -> None:
    """Let the paper go out as it was read on the page (`shown` names it): by e-mail it is ordered at once.

    Refused: by e-mail to nobody with an address, before the person has said yes, a second time, and where what may go
    out is another by now: a consent was withdrawn, or something else was said, since the page was drawn.
    """
    found = lock_proposal(proposal)
    if found.sent_at is not None:
        raise Refused(_("It has been sent already."))
    paper = paper_for(found, by)
    answer_by = answer_day(by.today)
    if paper.edition != shown:
        raise Refused(CHANGED)
    write(found, sent_at=now(), sent_how=sent_how, contact=contact, parts=list(paper.parts), answer_by=answer_by)
    found.answer_by = answer_by
    SentPaper.objects.create(proposal=found, person_id=found.person_id, words=paper.text)
    if sent_how == Proposal.How.DESK:
        tell_managers(found)
    record("matching.send_proposal", **about(found), parts=list(paper.parts))


def tell_managers(proposal: Proposal) -> None:
    """Tell by mail those who manage the workplace that a proposal waits for their answer; of nobody by name."""
    opening = proposal.opening
    with override("sv"):
        words = {"work": opening.title, "day": in_words(proposal.answer_by)}
        subject = _("A proposal to answer: %(work)s") % words
        text = _("Somebody is proposed for a place with you. Sign in to Trappan, read, and answer by %(day)s.") % words
    for one in managers_of(opening):
        tell_colleague(colleague_id=one.colleague_id, kind="matching.tell_managers", subject=subject, text=text)


@transaction.atomic
def agree_meeting(*, proposal: Proposal, meets_at: datetime, today: date, meets_where: str = "") -> None:
    """Write down when and where person and employer meet; the answer is waited for until some days after it.

    Refused: before it is sent, and a day that has passed.
    """
    found = lock_proposal(proposal)
    day = localtime(meets_at).date()
    refuse_outside(day, "meets_at", first=today, early=_("Choose today or a day to come."))
    write(found, meets_at=meets_at, meets_where=meets_where, answer_by=max(found.answer_by, answer_day(day)))
    record("matching.agree_meeting", **about(found), day=day)


@transaction.atomic
def tell_outcome(*, proposal: Proposal, accepted: bool, today: date, why: str = "", note: str = "") -> None:
    """Write down what the employer answered; a yes ends what else the person was asked about, in the same transaction.

    Refused: before it is sent, a yes when the opening has no place left, and a no without its reason.
    """
    found = lock_proposal(proposal)
    outcome = Proposal.Outcome.ACCEPTED if accepted else Proposal.Outcome.EMPLOYER
    write(found, outcome=outcome, why=why, note=note, ended_on=today)
    record("matching.tell_outcome", **about(found), accepted=accepted, why=why)


@transaction.atomic
def take_back_proposal(*, proposal: Proposal, today: date, note: str = "") -> None:
    """Take back a proposal that nothing has become of; an employer that has it is told so, and nothing more."""
    found = lock_proposal(proposal)
    write(found, outcome=Proposal.Outcome.WITHDRAWN, note=note, ended_on=today)
    record("matching.take_back_proposal", **about(found))
