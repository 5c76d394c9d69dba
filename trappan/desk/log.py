"""The log as the auditor reads it: openings first, equal refusals folded, and what is too much for one colleague."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trappan import database
from trappan.history.models import Event
from trappan.history.words_of_rooms import log_words
from trappan.staff.models import Membership
from trappan.ui.lists.places import PAGE

Place = tuple[bool, datetime, int]

# So many in an hour by one colleague are a finding. A closed door is met by mistake now and then, never
# ten times; thirty searches is what the slowing of numbers lets through, and more than a reception needs.
MANY = {"refused": 10, "search": 30}

# Openings first, then all else by the moment; the same door tried again by the same colleague is one row.
# Each branch stops at the page's length, so that the page is as quick in a large town.
ONE = """(SELECT e.kind, e.verb, e.person_id, e.actor_id, 1 AS times, e.at AS first_at, e.at AS last_at,
    e.id AS last_id, e.details
  FROM history_event e WHERE {which} {chosen} ORDER BY e.at {way}, e.id {way} LIMIT %s)"""
FOLDED = """(SELECT e.kind, e.verb, e.person_id, e.actor_id, count(*), min(e.at), max(e.at), max(e.id),
    (array_agg(e.details ORDER BY e.id DESC))[1]
  FROM history_event e WHERE e.kind = 'refused' {chosen}
  GROUP BY e.kind, e.verb, e.person_id, e.actor_id, e.details->>'path' {before}
  ORDER BY max(e.at) {way}, max(e.id) {way} LIMIT %s)"""
OPENING, OTHER = "e.kind = 'opening'", "e.kind NOT IN ('write', 'refused', 'opening')"
LINES = (
    "SELECT * FROM ({lines}) lines ORDER BY (lines.kind = 'opening') {openings}, "
    "lines.last_at {way}, lines.last_id {way} LIMIT %s"
)
FLOODS = """
SELECT colleague_id, (SELECT c.given_name || ' ' || c.family_name FROM staff_colleague c WHERE c.id = colleague_id),
  kind, max(n) AS most, (array_agg(at ORDER BY n DESC, at))[1] AS until
FROM (SELECT m.colleague_id, e.kind, e.at, count(*) OVER (
    PARTITION BY m.colleague_id, e.kind ORDER BY e.at RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW) AS n
  FROM history_event e JOIN staff_membership m ON m.id = e.actor_id
  WHERE e.kind IN ('refused', 'search') AND e.at >= %s AND e.at < %s) counted
WHERE n > CASE kind WHEN 'refused' THEN %s ELSE %s END
GROUP BY colleague_id, kind ORDER BY most DESC, colleague_id, kind
"""

ANSWERS: dict[str, Promise] = {
    "new": _("nobody has the number"),
    "yours": _("one's own"),
    "not_yours": _("not one's own"),
    "ask_unit": _("another unit's"),
}
STATUS: dict[int, Promise] = {403: _("another role does this"), 404: _("nothing there for this colleague")}


@dataclass(frozen=True)
class Chosen:
    """Which entries: from a moment until another (both may be open), of a kind, about somebody, by some colleagues."""

    since: datetime | None
    until: datetime
    kind: str = ""
    person_id: int | None = None
    colleague_ids: Sequence[int] = ()

    def conditions(self) -> tuple[str, list[Any]]:
        asked = (
            ("e.at >= %s", self.since),
            ("e.at < %s", self.until),
            ("e.kind = %s", self.kind or None),
            ("e.person_id = %s", self.person_id),
            (
                "e.actor_id IN (SELECT id FROM staff_membership WHERE colleague_id = ANY (%s))",
                list(self.colleague_ids) or None,
            ),
        )
        holds = [(text, value) for text, value in asked if value is not None]
        return "".join(f" AND {text}" for text, _value in holds), [value for _text, value in holds]


@dataclass(frozen=True)
class Steps:
    """How the log is walked: from a place on or back from it, the earliest or the latest first, how far."""

    after: Place | None = None
    back: bool = False
    ascending: bool = False
    limit: int = PAGE


@dataclass(frozen=True)
class Line:
    """One entry, or several equal ones: how many, the first and the last."""

    row: Any
    details: dict[str, Any]
    by: Membership | None
    number: str

    @property
    def kind(self) -> str:
        return str(Event.Kind(self.row.kind).label)

    @property
    def is_opening(self) -> bool:
        return bool(self.row.kind == "opening")

    @property
    def what(self) -> str:
        """Say which page or act; a refusal names the address that was tried."""
        return str(self.details.get("path") or log_words().get(self.row.verb, self.row.verb))

    @property
    def answer(self) -> str:
        """Say what came of it, where that is kept: of a search, a list, a closed door."""
        said = ANSWERS.get(self.details.get("answer", "")) or STATUS.get(self.details.get("status", 0))
        if said is None and "found" in self.details:
            count = int(self.details["found"])
            return ngettext("%(count)s row", "%(count)s rows", count) % {"count": count}
        return str(said or "")


def log_lines(chosen: Chosen, steps: Steps) -> tuple[list[Line], bool]:
    """Return lines of the log as they are walked, openings first, and whether more lie behind them."""
    found = database.query(*asked_for(chosen, steps))
    shown = found[: steps.limit]
    by = Membership.objects.select_related("colleague", "unit").in_bulk({row.actor_id for row in shown if row.actor_id})
    persons = sorted({row.person_id for row in shown if row.person_id})
    numbers: dict[int, str] = dict(database.rows("cases_case_numbers", persons))
    lines = [Line(row, json.loads(row.details), by.get(row.actor_id), numbers.get(row.person_id, "")) for row in shown]
    return lines, len(found) > steps.limit


def asked_for(chosen: Chosen, steps: Steps) -> tuple[str, list[Any]]:
    """Return the statement for lines of the log and its values: what comes behind a place, as it is walked.

    Openings are a group of their own, first where the log is walked forwards. Behind a place in the first
    group come the rest of that group and all of the second; behind one in the second, the rest of it.
    """
    conditions, values = chosen.conditions()
    descending = steps.ascending == steps.back
    way, compared = ("DESC", "<") if descending else ("ASC", ">")
    after = steps.after
    branches, given = [], []
    for openings in (True, False):
        is_first = openings != steps.back
        if after is not None and is_first and after[0] != openings:
            continue  # the place lies in the second group: all of the first is before it
        place = [*after[1:]] if after is not None and after[0] == openings else []
        behind = f" AND (e.at, e.id) {compared} (%s, %s)" if place else ""
        which = OPENING if openings else OTHER
        branches.append(ONE.format(which=which, chosen=conditions + behind, way=way))
        given += [*values, *place, steps.limit + 1]
        if not openings:
            before = f"HAVING (max(e.at), max(e.id)) {compared} (%s, %s)" if place else ""
            branches.append(FOLDED.format(chosen=conditions, before=before, way=way))
            given += [*values, *place, steps.limit + 1]
    openings_first = "ASC" if steps.back else "DESC"
    statement = LINES.format(lines=" UNION ALL ".join(branches), openings=openings_first, way=way)
    return statement, [*given, steps.limit + 1]


def place_of(line: Line) -> list[Any]:
    """Return a line's place in the log as it is written into the address: opening or not, moment and row."""
    return [line.is_opening, line.row.last_at.isoformat(), line.row.last_id]


def read_place(written: Sequence[Any]) -> Place:
    """Read a line's place; it was signed, so it is one of ours."""
    opening, moment, row = written
    return bool(opening), datetime.fromisoformat(moment), int(row)


@dataclass(frozen=True)
class Flood:
    """More than too many of a kind by one colleague within an hour."""

    colleague_id: int
    name: str
    kind: str
    most: int
    until: datetime

    @property
    def is_search(self) -> bool:
        return self.kind == "search"


def floods(chosen: Chosen) -> Sequence[Flood]:
    """Return who met more closed doors, or searched more, in an hour than anybody's work asks for.

    Over the time that is shown, a month at most, whatever else the page is narrowed by.
    """
    month = chosen.until - timedelta(days=31)
    since = max(chosen.since or month, month)
    return [Flood(*row) for row in database.query(FLOODS, [since, chosen.until, MANY["refused"], MANY["search"]])]
