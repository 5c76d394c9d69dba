"""Keep what a colleague has typed and not yet saved, and forget it again."""

from typing import Any

from django.db import transaction

from trappan.cases.models import Draft
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor


@transaction.atomic
def keep_draft(*, person_id: int, by: Actor, page: str, key: int, fields: dict[str, Any]) -> Draft:
    """Keep what a colleague has typed and not saved, for that colleague alone; no event, no version.

    Called while somebody types: nothing has been done to the person's file yet.
    """
    draft, _made = Draft.objects.get_or_create(
        owner_id=by.membership_id, page=page, key=key, defaults={"person_id": person_id, "fields": fields}
    )
    Draft.objects.filter(pk=draft.pk).update(fields=fields, saved_at=now())
    return draft


def empty_draft(*, page: str, key: int) -> None:
    """Forget what was typed: it is saved, or the colleague does not want it."""
    Draft.objects.filter(page=page, key=key).exclude(fields={}).update(fields={})
