"""Talk about absence and arrange support, before anything else is thought of."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Dialogue, SupportAction
from trappan.attendance.operations.refusals import NO
from trappan.cases.models import Case, Note
from trappan.cases.operations import empty_draft, write_note
from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def talk(
    *,
    case: Case,
    by: Actor,
    happened_at: datetime,
    what: str,
    own_words: str,
    support: Sequence[str],
    result: str,
    support_note: str = "",
) -> Dialogue:
    """Write down a conversation about absence: what happened, own words, support offered, result.

    What happened is a note in the journal, that findings rest on. Refused without the person's own
    words, and where no support was offered unless something else was agreed in words.
    """
    if not support and not support_note.strip():
        raise Refused(_("Choose the support that was offered, or write why none was needed."), "support")
    note = write_note(
        case=case,
        by=by,
        happened_at=happened_at,
        kind=Note.Kind.ABSENCE_DIALOGUE,
        source=Note.Source.PERSON,
        fact=what,
        typed="talk",
    )
    found = Dialogue.objects.filter(note=note).first()
    if found is not None:
        return found  # the same press of the button
    with refusing(NO):
        dialogue = Dialogue.objects.create(
            person_id=case.person_id,
            case=case,
            note=note,
            own_words=own_words.strip(),
            support=list(support),
            support_note=support_note.strip(),
            result=result,
        )
    empty_draft(page="talk", key=case.person_id)
    record("attendance.talk", case.person_id, scope=Scope.PLAN, dialogue=dialogue.pk, result=result)
    return dialogue


@transaction.atomic
def ask_support(*, placement: Placement, asked: str) -> SupportAction:
    """Ask the site to give the support that is agreed with it; it answers what came of it."""
    if not placement.activity.support_offered:
        raise Refused(_("No support at absence is agreed with that site. Ask them by phone instead."))
    with refusing(NO):
        made = SupportAction.objects.create(
            placement=placement, person_id=placement.person_id, unit_id=placement.unit_id, asked=asked.strip()
        )
    record(
        "attendance.ask_support",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
    )
    return made


@transaction.atomic
def tell_support(*, action: SupportAction, outcome: str) -> None:
    """Tell, as the site, what was done and what came of it."""
    with refusing(NO):
        told = SupportAction.objects.filter(pk=action.pk, done_at=None).update(outcome=outcome.strip(), done_at=now())
    if not told:
        raise Refused(_("A colleague has already answered. Load the page again."))
    record(
        "attendance.tell_support",
        action.person_id,
        scope=Scope.ACTIVITY,
        unit_id=action.unit_id,
        placement=action.placement_id,
    )
