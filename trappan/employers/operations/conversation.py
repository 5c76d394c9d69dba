"""Write down what was said with an employer, what was promised, and that it is done."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.employers.models import Conversation, Draft, Employer
from trappan.employers.operations.employer import lock_employer
from trappan.employers.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership

ABOUT = ("held_on", "way", "workplace", "contact", "text", "asks", "over_reason", "next_step", "next_on", "promised_by")


@transaction.atomic
def converse(
    *, employer: Employer, by: Actor, next_step: str = "", promised_by: Membership | None = None, **values: Any
) -> Conversation:
    """Write down a conversation, and what is promised next: by whoever writes, where nobody else is named.

    Refused: a day to come, a promise without its day, an employer asked too often or while it rests without a
    reason, and what looks like a participant's number. What was typed and not saved is forgotten.
    """
    lock_employer(employer)
    refuse_day_to_come(values["held_on"], by.today)
    promising = promised_by.pk if promised_by else by.membership_id
    with refusing(NO):
        made = Conversation.objects.create(
            employer=employer, next_step=next_step, promised_by_id=promising if next_step else None, **values
        )
    empty_draft(employer=employer)
    record("employers.converse", employer=employer.pk, conversation=made.pk)
    return made


@transaction.atomic
def change_conversation(
    *,
    conversation: Conversation,
    by: Actor,
    edition: str = "",
    next_step: str = "",
    promised_by: Membership | None = None,
    **values: Any,
) -> None:
    """Put right what was written of a conversation; refused as `converse`, and where somebody has saved since."""
    lock_edition(conversation, ABOUT, edition)
    refuse_day_to_come(values["held_on"], by.today)
    promising = promised_by.pk if promised_by else by.membership_id
    undone = {} if next_step else {"done_on": None, "done_note": ""}
    with refusing(NO):
        Conversation.objects.filter(pk=conversation.pk).update(
            next_step=next_step, promised_by_id=promising if next_step else None, **undone, **values
        )
    record("employers.change_conversation", employer=conversation.employer_id, conversation=conversation.pk)


@transaction.atomic
def keep_promise(*, conversation: Conversation, today: date, done_note: str = "") -> None:
    """Say that a promise is kept, or in words why it came to nothing; refused where somebody has said so already."""
    found = Conversation.objects.select_for_update().filter(pk=conversation.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    if found.done_on is not None or not found.next_step:
        raise Refused(_("Somebody has said already that it is done."))
    with refusing(NO):
        Conversation.objects.filter(pk=conversation.pk).update(done_on=today, done_note=done_note)
    record("employers.keep_promise", employer=conversation.employer_id, conversation=conversation.pk)


def refuse_day_to_come(day: date, today: date) -> None:
    """Refuse a conversation on a day to come."""
    refuse_outside(day, "held_on", last=today, late=_("Write the day when you spoke: today or earlier."))


@transaction.atomic
def keep_draft(*, employer: Employer, by: Actor, fields: dict[str, Any]) -> Draft:
    """Keep what a colleague has typed and not saved, for that colleague alone; no event, no version."""
    draft, _made = Draft.objects.get_or_create(
        owner_id=by.membership_id, employer=employer, defaults={"fields": fields}
    )
    Draft.objects.filter(pk=draft.pk).update(fields=fields, saved_at=now())
    return draft


def empty_draft(*, employer: Employer) -> None:
    """Forget what was typed: it is saved, or the colleague does not want it."""
    Draft.objects.filter(employer=employer).exclude(fields={}).update(fields={})
