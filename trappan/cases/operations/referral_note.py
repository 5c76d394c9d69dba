"""Write notes within a referral, change one while it is open, correct what is locked."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from trappan import database
from trappan.cases.models import Referral, ReferralNote, ReferralObjection
from trappan.cases.operations.draft import empty_draft
from trappan.cases.operations.note import change_own, refuse_moment_to_come, refuse_unsaid, write_once
from trappan.cases.operations.referral_file import refuse_others
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def write_referral_note(
    *, referral: Referral, by: Actor, happened_at: datetime, corrects: ReferralNote | None = None, **fields: Any
) -> ReferralNote:
    """Write what happened within a referral, apart from what is judged; `corrects` points at a note it puts right.

    Refused: another unit's referral, one that has ended, something that has not happened yet, a second
    correction of the same note. Sent twice within a moment it is one note.
    """
    refuse_others(referral, by)
    refuse_moment_to_come(happened_at)
    database.lock("cases.referral_note", referral.pk)
    of = {"referral": referral, "person_id": referral.person_id}
    note, is_new = write_once(ReferralNote, of, by, {"happened_at": happened_at, "corrects": corrects, **fields})
    if is_new:
        if corrects is None:
            empty_draft(page="referral_note", key=referral.pk)
        verb = "cases.correct_referral_note" if corrects else "cases.write_referral_note"
        record(verb, referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, note=note.pk)
    return note


@transaction.atomic
def change_referral_note(*, note: ReferralNote, by: Actor, edition: int, happened_at: datetime, **fields: Any) -> None:
    """Change one's own note within a referral while it is open; what it was is kept. Refused when it is locked."""
    change_own(note, by, edition, {"happened_at": happened_at, **fields})
    empty_draft(page="referral_change", key=note.pk)
    record("cases.change_referral_note", note.person_id, scope=Scope.ACTIVITY, unit_id=note.unit_id, note=note.pk)


@transaction.atomic
def object_to_referral_note(*, note: ReferralNote, text: str, said_on: date, today: date) -> ReferralObjection:
    """Keep beside a note within a referral what the person says against it, also when the referral has ended.

    Refused: whoever only reads, nothing said, and a day to come.
    """
    refuse_unsaid(text, said_on, today)
    of = {"person_id": note.person_id, "unit_id": note.unit_id}
    with refusing(NO):
        objection = ReferralObjection.objects.create(note=note, **of, text=text.strip(), said_on=said_on)
    record("cases.object_to_referral_note", note.person_id, scope=Scope.ACTIVITY, unit_id=note.unit_id, note=note.pk)
    return objection
