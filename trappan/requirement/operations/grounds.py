"""Write grounds, hear the person, send, receive, decide, note an appeal: each by a person."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trappan.attendance.attended import sessions_of, totals
from trappan.cases.models import Case
from trappan.cases.operations import empty_draft, refuse_closed
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.operations.refusals import NO
from trappan.requirement.sources import sources_of
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.months import month_of
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership


@transaction.atomic
def write_grounds(*, case: Case, month: date, today: date, about: str, summary: str) -> Grounds:
    """Write the grounds for a support month: the period's minutes and sources, frozen as they are now.

    Refused: a period that has not ended, an absence nobody has found to lack an acceptable reason
    after a conversation, a refusal without a conversation in which it was said, and a second one for
    the same month.
    """
    refuse_closed(case)
    month = month_of(month)
    first, after = rules_on(today).observed_period(month)
    if after > today:
        raise Refused(_("The period of that month has not ended yet. Wait until it has."), "month")
    rows = sessions_of(case.person_id, first, after)
    sums = totals(rows)
    with refusing(NO):
        made = Grounds.objects.create(
            person_id=case.person_id,
            case=case,
            month=month,
            about=about,
            period_from=first,
            period_to=after,
            attended=sums.attended,
            excused=sums.excused,
            unexcused=sums.unexcused,
            undecided=sums.undecided,
            unmarked=sums.unmarked,
            neutral=sums.neutral,
            sources=sources_of(case, rows, first, after, today),
            summary=summary.strip(),
        )
    empty_draft(page="grounds", key=case.person_id)
    record("requirement.write_grounds", case.person_id, scope=Scope.REQUIREMENT, grounds=made.pk, month=month)
    return made


@transaction.atomic
def hear(*, grounds: Grounds, today: date, heard_on: date, heard_how: str, heard_words: str, edition: str = "") -> None:
    """Note that the person has been heard on the grounds, in their own words, or was sought in vain.

    Refused where somebody else has noted it since `edition`.
    """
    written = _("Choose a day from when the grounds were written, no later than today.")
    refuse_outside(heard_on, "heard_on", first=localdate(grounds.at), early=written, last=today, late=written)
    values = {"heard_on": heard_on, "heard_how": heard_how, "heard_words": heard_words.strip()}
    lock_edition(grounds, values, edition)
    move_on(grounds, {"sent_at": None}, **values)
    empty_draft(page="heard", key=grounds.pk)
    record("requirement.hear", grounds.person_id, scope=Scope.REQUIREMENT, grounds=grounds.pk)


@transaction.atomic
def send(*, grounds: Grounds, to: Membership) -> None:
    """Send the grounds to a named social worker; refused before the person has been heard."""
    move_on(grounds, {"sent_at": None}, sent_to=to, sent_at=now())
    record("requirement.send", grounds.person_id, scope=Scope.REQUIREMENT, grounds=grounds.pk, to=to.pk)


@transaction.atomic
def receive_grounds(*, grounds: Grounds) -> None:
    """Acknowledge grounds that were sent to oneself."""
    move_on(grounds, {"received_at": None}, received_at=now())
    record("requirement.receive_grounds", grounds.person_id, scope=Scope.REQUIREMENT, grounds=grounds.pk)


@transaction.atomic
def take_back_grounds(*, grounds: Grounds, reason: str) -> None:
    """Take grounds back with a reason, as long as nobody has decided on them."""
    if not reason.strip():
        raise Refused(_("Write why you take it back. It stays readable."), "reason")
    move_on(grounds, {}, taken_back_at=now(), taken_back_why=reason.strip())
    record("requirement.take_back_grounds", grounds.person_id, scope=Scope.REQUIREMENT, grounds=grounds.pk)


def move_on(grounds: Grounds, while_: dict[str, None], **fields: object) -> None:
    """Change what may still be changed; refused where somebody else has moved it on meanwhile."""
    with refusing(NO):
        changed = Grounds.objects.filter(pk=grounds.pk, taken_back_at=None, **while_).update(**fields)
    if not changed:
        raise Refused(_("Somebody else has moved it on meanwhile. Load the page again."))


@transaction.atomic
def decide(
    *,
    grounds: Grounds,
    today: date,
    outcome: str,
    reason: str,
    decided_on: date,
    sent_to: Sequence[str],
    reference: str = "",
    changes_seen: str = "",
) -> Decision:
    """Keep what a social worker has decided on received grounds, why, and whom it was sent to.

    `changes_seen` stands for what has changed in the attendance since the grounds froze it (`changes.seen`).
    Refused: on one's own grounds where the rules say four eyes, before the receipt, twice, and where
    something has changed that the decider has not seen.
    """
    written = _("Choose a day from when the grounds were written, no later than today.")
    refuse_outside(decided_on, "decided_on", first=localdate(grounds.at), early=written, last=today, late=written)
    made = decided(grounds, outcome, reason, decided_on, sent_to, reference, changes_seen)
    empty_draft(page="decision", key=grounds.pk)
    record("requirement.decide", grounds.person_id, scope=Scope.REQUIREMENT, grounds=grounds.pk, outcome=outcome)
    return made


def decided(
    grounds: Grounds,
    outcome: str,
    reason: str,
    decided_on: date,
    sent_to: Sequence[str],
    reference: str,
    changes_seen: str,
    **beside: Any,
) -> Decision:
    """Make a decision, alone or in place of another."""
    with refusing(NO):
        return Decision.objects.create(
            person_id=grounds.person_id,
            grounds=grounds,
            outcome=outcome,
            reason=reason.strip(),
            decided_on=decided_on,
            sent_to=list(sent_to),
            reference=reference.strip(),
            changes_seen=changes_seen,
            **beside,
        )


@transaction.atomic
def replace_decision(
    *,
    decision: Decision,
    today: date,
    outcome: str,
    reason: str,
    decided_on: date,
    sent_to: Sequence[str],
    why: str,
    reference: str = "",
    changes_seen: str = "",
) -> Decision:
    """Keep a decision in place of one that was wrong, and say what was; the old one and its paper stay as they were.

    Refused as a decision is, where somebody has replaced it already, and before the day of the one that it replaces.
    """
    early = _("Choose a day from the decision's that it replaces, no later than today.")
    refuse_outside(decided_on, "decided_on", first=decision.decided_on, early=early, last=today, late=early)
    beside = {"replaces": decision, "replaces_why": why.strip()}
    made = decided(decision.grounds, outcome, reason, decided_on, sent_to, reference, changes_seen, **beside)
    empty_draft(page="replacement", key=decision.grounds_id)
    said: dict[str, Any] = {"grounds": decision.grounds_id, "replaces": decision.pk, "outcome": outcome}
    record("requirement.replace_decision", made.person_id, scope=Scope.REQUIREMENT, **said)
    return made


@transaction.atomic
def appeal(*, decision: Decision, today: date, appealed_on: date, appeal_words: str) -> None:
    """Note that the person has appealed, in their own words."""
    decided = _("Choose a day from the decision's, no later than today.")
    refuse_outside(appealed_on, "appealed_on", first=decision.decided_on, early=decided, last=today, late=decided)
    with refusing(NO):
        noted = (
            Decision.objects.standing()
            .filter(pk=decision.pk, appealed_on=None)
            .update(appealed_on=appealed_on, appeal_words=appeal_words.strip())
        )
    if not noted:
        raise Refused(_("The appeal is already noted, or the decision replaced."))
    empty_draft(page="appeal", key=decision.grounds_id)
    record("requirement.appeal", decision.person_id, scope=Scope.REQUIREMENT, decision=decision.pk)


@transaction.atomic
def end_appeal(*, decision: Decision, today: date, ended_on: date, result: str) -> None:
    """Note what came of an appeal."""
    appealed = _("Choose a day from the appeal's, no later than today.")
    if decision.appealed_on is None:
        raise Refused(appealed, "ended_on")
    refuse_outside(ended_on, "ended_on", first=decision.appealed_on, early=appealed, last=today, late=appealed)
    with refusing(NO):
        noted = Decision.objects.filter(pk=decision.pk, appeal_result="").update(
            appeal_ended_on=ended_on, appeal_result=result
        )
    if not noted:
        raise Refused(_("What came of it is already noted."))
    record("requirement.appeal_ended", decision.person_id, scope=Scope.REQUIREMENT, decision=decision.pk)
