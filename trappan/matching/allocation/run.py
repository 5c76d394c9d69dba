"""Carry out a run: read the facts in a role that reads no person, share out, and keep a line for each who waits."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from trappan import database
from trappan.activities.models import Activity
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.explained import Line, explain
from trappan.matching.allocation.possible import Possible, Seeker, Site, free_stretches, possible
from trappan.matching.allocation.reckoned import reckoned
from trappan.matching.fit import Place
from trappan.matching.models import AllocationRun
from trappan.matching.role import allocating
from trappan.schedules.week import Part, Week, read_week

FEW = 5  # fewer people at a place are not told of in numbers
PARTNER = {"partner": True, "municipal": False}


def allocate_run(row: int) -> bool:
    """Carry out an order, in one transaction; False where it is done, or somebody else does it."""
    with allocating():
        begun = database.row("matching_begin_allocation", row)
        if begun is None:
            return False
        places = database.rows("matching_allocation_places", row)
        room = [tuple(one) for one in database.rows("matching_allocation_room", row)]
        queue = database.rows("matching_allocation_queue", row)
        order = AllocationRun.Order.START_FIRST if begun.starts_first else AllocationRun.Order.WISH_FIRST
        free = free_stretches(room)
        sites = [site_of(one, free) for one in places]
        seekers = [seeker_of(one) for one in queue]
        found = possible(seekers, sites, begun.monday.month)
        given = allocate(found.town, start_first=begun.starts_first, kept=found.kept)
        lines = explain(found.town, given, found.kept)
        counts = counted(found, given, begun.waiting, {one.id: one.name for one in places})
        told = [
            told_of(seeker, number, line, found)
            for number, (seeker, line) in enumerate(zip(seekers, lines, strict=True))
        ]
        digest = digest_of([order.value, str(begun.monday), places, room, queue])
        kept = [json.dumps(one, ensure_ascii=False) for one in (counts, told)]
        database.execute(
            "SELECT matching_keep_allocation(%s, %s, %s, %s::jsonb, %s::jsonb)", [row, order, digest, *kept]
        )
        town = reckoned(found, given, seekers, places, begun.monday, starts_first=begun.starts_first)
        database.execute("SELECT matching_keep_town(%s, %s::jsonb)", [row, json.dumps(town.to_json())])
    return True


def digest_of(facts: Any) -> str:
    """Return what tells that two runs had the same to go by."""
    said = json.dumps(facts, default=str, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def site_of(row: Any, free: Mapping[int, Any]) -> Site:
    """Return a place as it is judged; its days, hours and season are read as an activity says them."""
    said = Activity(
        weekdays=row.weekdays, opens=row.opens, closes=row.closes, season_from=row.season_from, season_to=row.season_to
    )
    place = Place(
        key=row.id,
        name=row.name,
        open_days=said.open_days,
        free=free.get(row.id, ()),
        season=said.season,
        hours=said.hours,
        branch=row.branch,
        access=row.access,
        is_partner=row.is_partner,
    )
    return Site(place, row.unit_id, row.needs_consent)


def seeker_of(row: Any) -> Seeker:
    """Return somebody who waits, as what places are asked for them."""
    times = zip(row.starts_at or (), row.ends_at or (), row.weeks or (), strict=True)
    return Seeker(
        case=row.case_id,
        since=row.since,
        parts=tuple(Part(start, end, weeks) for start, end, weeks in times),
        branches=tuple(row.branches),
        partner=PARTNER.get(row.path),
        needs=tuple(row.needs),
        most_travel=row.most_travel,
        journeys={int(unit): minutes for unit, minutes in json.loads(row.journeys or "{}").items()},
        consents=frozenset(row.consents),
        refused=frozenset(row.refused),
        declined=frozenset(row.declined),
        kept=(row.kept_activity, read_week(row.kept_week).parts) if row.kept_activity else None,
    )


def told_of(seeker: Seeker, number: int, line: Line, found: Possible) -> dict[str, Any]:
    """Return the line to be kept of one who waits: what was proposed, and counts that say why."""
    choice = line.choice
    return {
        "case_id": seeker.case,
        "activity": None if choice is None else found.at[choice],
        "week": "" if choice is None else str(Week(seeker.parts)),
        "since": str(seeker.since),
        "wish": None if choice is None else found.town.choices[choice].wish,
        "facts": {
            "planned": bool(seeker.parts),
            "possible": line.possible,
            "unlooked": found.unlooked[number],
            "kept": choice is not None and found.kept.get(number) == choice,
            "ruled_out": dict(sorted(found.ruled_out[number].items())),
            "fuller": [
                {
                    "activity": found.at[one.choice],
                    "wish": found.town.choices[one.choice].wish,
                    "starts_at": found.stretches[one.unit][1],
                    "ends_at": found.stretches[one.unit][2],
                    "longer": one.longer,
                    "kept": one.kept,
                    "no_other": one.no_other,
                }
                for one in line.better
            ],
        },
    }


def counted(found: Possible, given: Sequence[int | None], waiting: int, names: Mapping[int, str]) -> dict[str, Any]:
    """Return how it went, in numbers: all who wait, and each place with how many are free all week and proposed."""
    chosen = [choice for choice in given if choice is not None]
    at = Counter(found.at[choice] for choice in chosen)
    free: dict[int, int] = {}
    for (activity, _start, _end), room in zip(found.stretches, found.town.room, strict=True):
        free[activity] = max(free.get(activity, 0), room)
    proposed = hide_few({key: at[key] for key in names})
    return {
        "waiting": waiting,
        "proposed": len(chosen),
        "first_wish": sum(found.town.choices[choice].wish == 0 for choice in chosen),
        "nothing": waiting - len(chosen),
        "kept": sum(given[seeker] == choice for seeker, choice in found.kept.items()),
        "activities": [
            {"name": names[key], "free": free.get(key, 0), "proposed": proposed[key]}
            for key in sorted(names, key=lambda key: (names[key], key))
        ],
    }


def hide_few(counts: Mapping[int, int]) -> dict[int, int | None]:
    """Return counts with fewer than five hidden, and never so that they can be worked out from the sum."""
    hidden = {key for key, many in counts.items() if 0 < many < FEW}
    others = sorted((key for key, many in counts.items() if many >= FEW), key=lambda key: (counts[key], key))
    while hidden and others and (len(hidden) == 1 or sum(counts[key] for key in hidden) < FEW):
        hidden.add(others.pop(0))
    return {key: None if key in hidden else many for key, many in counts.items()}
