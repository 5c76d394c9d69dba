"""Write the kartläggning, and refuse to finish it while something is missing."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.draft import empty_draft
from trappan.history.record import record
from trappan.plans.models import Mapping
from trappan.plans.operations.refusals import NO
from trappan.refusals import Overtaken, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope

# What a finished kartläggning must say, beside the person's own words.
WAY = ("assessment", "fastest_way", "way_reason")


@transaction.atomic
def map_person(
    *, case: Case, held_on: date, today: date, finish: bool, own_words: str = "", edition: int = 0, **fields: Any
) -> Mapping:
    """Write the kartläggning; `own_words` are added to those there are, `finish` closes it.

    `edition` is the one that the writer had before them, 0 for none: refused where somebody else
    has saved since. To finish takes own words, assessment, the fastest way and its reason.
    """
    refuse_closed(case)
    refuse_outside(
        held_on,
        "held_on",
        first=case.opened_on,
        early=_("The meeting cannot have been held before the case was opened."),
        last=today,
        late=_("The meeting cannot have been held after today."),
    )
    database.lock("plans.mapping", case.pk)  # of two who write the first one at once the second is overtaken
    found = Mapping.objects.select_for_update().filter(case=case).first()
    if (found.edition if found else 0) != edition:
        raise Overtaken
    said = "\n\n".join(words for words in (found.own_words if found else "", own_words) if words)
    done = bool(found and found.finished_at)
    if finish or done:
        refuse_unfinished(said, fields)
    values: dict[str, Any] = {"held_on": held_on, "own_words": said, "edition": edition + 1, **fields}
    if finish and not done:
        values["finished_at"] = now()
    with refusing(NO):
        if found is None:
            found = Mapping.objects.create(case=case, person_id=case.person_id, **values)
        else:
            Mapping.objects.filter(pk=found.pk).update(**values)
            found.refresh_from_db()
    empty_draft(page="mapping", key=case.pk)
    record("plans.map_person", case.person_id, scope=Scope.PLAN, finished=finish)
    return found


def refuse_unfinished(said: str, fields: dict[str, Any]) -> None:
    """Refuse to finish without what a finished kartläggning says, at the first empty field."""
    if not said:
        raise Refused(_("Write what the person said they want, in their own words."), "own_words")
    for name in WAY:
        if not fields.get(name):
            raise Refused(_("To finish, write the assessment, the fastest way to self-support, and why it is."), name)
