"""What has changed in the attendance since grounds froze it: compared with today, never stored beside them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan import database
from trappan.attendance.models import AttendedTime
from trappan.placements.models import Session

Figures = Mapping[str, Any] | None


@dataclass(frozen=True)
class Change:
    """A session that counts otherwise than the grounds say: how it went then, and how it does now."""

    day: date
    activity: str
    was: str
    now: str


def since(grounds_ids: Iterable[int]) -> dict[int, list[Change]]:
    """Return the sessions that count otherwise today than when they were frozen, by grounds."""
    found: dict[int, list[Change]] = {}
    for row in database.rows("requirement_grounds_changes", list(grounds_ids)):
        change = Change(row.day, row.activity, in_words(read(row.was)), in_words(read(row.now)))
        found.setdefault(row.grounds_id, []).append(change)
    return found


def read(figures: str | None) -> Figures:
    """Read figures as the database gives them; None where there was no session."""
    return json.loads(figures) if figures else None


def seen(grounds_id: int) -> str:
    """Return what stands for exactly the changes that there are now; empty where there are none."""
    return str(database.value("requirement_changes_digest", grounds_id))


def kept(changes: Iterable[Mapping[str, Any]]) -> list[Change]:
    """Return the changes that a decider saw, as the decision keeps them."""
    return [
        Change(parse_date(one["day"]) or date.min, one["activity"], in_words(one["was"]), in_words(one["now"]))
        for one in changes
    ]


def in_words(figures: Figures) -> str:
    """Say how a session went: what was marked, what was found, minutes attended of all."""
    if figures is None:
        return _("no session")
    row = AttendedTime(**figures)
    if row.state != Session.State.HELD:
        return str(row.get_state_display()).lower()
    said = [str(row.get_mark_display() or _("Not marked")).lower()]
    if row.excused:
        said.append(_("acceptable reason"))
    if row.unexcused:
        said.append(_("no acceptable reason"))
    minutes = _("%(attended)s of %(all)s minutes") % {"attended": row.attended, "all": row.minutes}
    return ", ".join([*said, minutes])
