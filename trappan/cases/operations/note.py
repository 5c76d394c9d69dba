"""Write in the journal, correct what is locked, and keep what the person says against it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Note, Objection, Written
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.draft import empty_draft
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import READS_ONLY, Overtaken, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

Kind = TypeVar("Kind", bound=Written)
TWICE = timedelta(minutes=5)  # the same words again so soon are the same press of the button


@transaction.atomic
def write_note(
    *, case: Case, by: Actor, happened_at: datetime, corrects: Note | None = None, typed: str = "note", **fields: Any
) -> Note:
    """Write what happened, apart from what we judge of it; `corrects` points at a note it puts right.

    `typed` is the page on which it was typed: what was kept of it there is forgotten.

    Refused: something that has not happened yet, an empty note, and a second correction of the same
    note. Sent twice within a moment it is one note.
    """
    if corrects is None:
        refuse_closed(case)
    refuse_moment_to_come(happened_at)
    database.lock("cases.note", case.pk)
    of = {"case": case, "person_id": case.person_id}
    note, is_new = write_once(Note, of, by, {"happened_at": happened_at, "corrects": corrects, **fields})
    if not is_new:
        return note
    if corrects is None:
        empty_draft(page=typed, key=case.pk)
    verb = "cases.correct_note" if corrects else "cases.write_note"
    record(verb, case.person_id, scope=Scope.PLAN, note=note.pk, kind_of=note.kind)
    return note


@transaction.atomic
def change_note(*, note: Note, by: Actor, edition: int, happened_at: datetime, **fields: Any) -> None:
    """Change one's own note while it is open; what it was is kept. Refused when it is locked."""
    change_own(note, by, edition, {"happened_at": happened_at, **fields})
    empty_draft(page="change", key=note.pk)
    record("cases.change_note", note.person_id, scope=Scope.PLAN, note=note.pk)


def write_once(model: type[Kind], of: Mapping[str, Any], by: Actor, said: Mapping[str, Any]) -> tuple[Kind, bool]:
    """Write a note of one model, `of` whatever it belongs to; sent twice within a moment it is the first, and not new.

    Whoever calls has locked what it belongs to.
    """
    same = model._default_manager.filter(**of, **said, author_id=by.membership_id, written_at__gt=now() - TWICE).first()
    if same is not None:
        return same, False
    with refusing(NO):
        return model._default_manager.create(**of, **said, author_id=by.membership_id, unit_id=by.unit_id), True


def change_own(note: Written, by: Actor, edition: int, said: Mapping[str, Any]) -> None:
    """Change one's own note of any kind. Refused: a colleague's, one that is locked, one overtaken meanwhile."""
    if note.author_id != by.membership_id:
        raise Refused(_("The note is a colleague's. Write a note that corrects it instead."))
    refuse_moment_to_come(said["happened_at"])
    with refusing(NO):
        found = type(note)._default_manager.filter(pk=note.pk, edition=edition)
        changed = found.update(edition=edition + 1, **said)
        if not changed:
            raise Refused(READS_ONLY) if found.exists() else Overtaken()


@transaction.atomic
def object_to(*, note: Note, text: str, said_on: date, today: date) -> Objection:
    """Keep beside a note what the person says against it, in the person's words."""
    refuse_unsaid(text, said_on, today)
    objection = Objection.objects.create(note=note, person_id=note.person_id, text=text.strip(), said_on=said_on)
    record("cases.object_to", note.person_id, scope=Scope.PLAN, note=note.pk)
    return objection


def refuse_unsaid(text: str, said_on: date, today: date) -> None:
    """Refuse an objection that says nothing, and one that is said to come."""
    if not text.strip():
        raise Refused(_("Write what the person says is wrong, in their own words."), "text")
    refuse_outside(said_on, "said_on", last=today, late=_("It cannot have been said after today."))


def refuse_moment_to_come(happened_at: datetime) -> None:
    """Refuse what has not happened yet."""
    if happened_at > now():
        raise Refused(_("A note tells of what has happened: choose a time that has passed."), "day")
