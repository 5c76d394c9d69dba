"""Carry out a run over the openings: the same sharing as of places, with a line for each who waits for work."""

import json
from collections.abc import Sequence
from typing import Any

from trappan import database
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.explained import Line, explain, few
from trappan.matching.allocation.possible_work import Asked, Asker, PossibleWork, possible_work
from trappan.matching.fit_work import Offer, Wanted
from trappan.schedules.week import DAYS, read_week


def openings_of(run: int, *, starts_first: bool) -> tuple[list[Any], dict[str, Any], list[dict[str, Any]]]:
    """Return what a run over the openings had to go by, how it went in counts, and a line for each who waits.

    Read in the role that reads no table, of a run that is being carried out.
    """
    rows = database.rows("matching_opening_offers", run)
    queue = database.rows("matching_opening_queue", run)
    askers = [asker_of(one) for one in queue]
    found = possible_work(askers, {one.id: offer_of(one) for one in rows}, {one.id: one.free for one in rows})
    given = allocate(found.town, start_first=starts_first, kept=found.kept)
    lines = [
        line_of(asker, number, line, found)
        for number, (asker, line) in enumerate(zip(askers, explain(found.town, given, found.kept), strict=True))
    ]
    return [rows, queue], counted(found, given), lines


def offer_of(row: Any) -> Offer:
    """Return an opening as it is judged; which kind of work it is, the queue says."""
    week = read_week(row.week) if row.week else None
    days = sorted({part.weekday for part in week.parts}) if week else [DAYS.index(day) for day in days_of(row.weekdays)]
    return Offer(
        key=row.id,
        week=week,
        days=days,
        minutes=row.weekly_minutes,
        licence=row.licence,
        languages=row.languages,
        access=row.access,
    )


def days_of(weekdays: str) -> list[str]:
    return [day for day in weekdays.split(",") if day in DAYS]


def asker_of(row: Any) -> Asker:
    """Return somebody who waits for work; None is what nobody has asked, or the person does not let the team know."""
    wanted = Wanted(
        week=read_week(row.week) if row.week else None,
        minutes=row.minutes,
        licence=None if row.licence is None else frozenset(row.licence),
        languages=row.languages,
        limits=None if row.needs is None else dict.fromkeys(row.needs, ""),
    )
    return Asker(
        search=row.search_id,
        since=row.since,
        wanted=wanted,
        asked=[Asked(*one) for one in json.loads(row.asked)],
        tried=frozenset(row.tried),
        refused=frozenset(row.refused),
        declined=frozenset(row.declined),
        kept=row.kept,
    )


def line_of(asker: Asker, number: int, line: Line, found: PossibleWork) -> dict[str, Any]:
    """Return the line to be kept of one who waits: an opening or nothing, and counts that say why."""
    chosen = None if line.choice is None else found.chosen[line.choice]
    facts = {
        "of_kind": len(asker.asked),
        "possible": line.possible,
        "kept": chosen is not None and found.kept.get(number) == line.choice,
        "ruled_out": dict(sorted(found.ruled_out[number].items())),
        "asked_for": chosen.code if chosen else "",
        "fuller": [
            {
                "opening": found.units[one.unit],
                "wish": found.chosen[one.choice].wish,
                "longer": one.longer,
                "kept": one.kept,
                "no_other": one.no_other,
            }
            for one in line.better
        ],
    }
    about = {"number": number, "search_id": asker.search, "since": str(asker.since), "facts": facts}
    return {**about, "opening": chosen.opening if chosen else None, "wish": chosen.wish if chosen else None}


def counted(found: PossibleWork, given: Sequence[int | None]) -> dict[str, int | None]:
    """Return how it went, in numbers: None for fewer than five, and for what they could be worked out from.

    `openings` and `places` (free) are of employers' offers, and are told whatever they are.
    """
    waiting = len(given)
    chosen = [choice for choice in given if choice is not None]
    proposed = len(chosen)
    first = sum(found.town.choices[choice].wish == 0 for choice in chosen)
    kept = sum(given[seeker] == choice for seeker, choice in found.kept.items())
    hides = few(waiting) or few(proposed) or few(waiting - proposed)
    return {
        "waiting": None if few(waiting) else waiting,
        "proposed": None if hides else proposed,
        "nothing": None if hides else waiting - proposed,
        "first_wish": told(first, proposed, hides=hides),
        "kept": told(kept, proposed, hides=hides),
        "openings": len(found.units),
        "places": sum(found.town.room),
    }


def told(many: int, of: int, *, hides: bool) -> int | None:
    """Return how many of those who are proposed something; neither them nor the rest by few."""
    return None if hides or few(many) or few(of - many) else many
