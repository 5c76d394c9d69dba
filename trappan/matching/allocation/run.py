"""Carry out a run: read the facts in a role that reads no person, share out, and keep a line for each who waits."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from trappan import database
from trappan.activities.models import Activity
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.chains import Chain, chains
from trappan.matching.allocation.explained import FEW, Line, explain
from trappan.matching.allocation.possible import WISHES, Possible, Seeker, Site, Stay, free_stretches, possible
from trappan.matching.allocation.reckoned import reckoned
from trappan.matching.allocation.work_run import openings_of
from trappan.matching.fit import Place
from trappan.matching.models import AllocationRun
from trappan.matching.role import allocating
from trappan.schedules.week import Part, Week, read_week

# Characters of what a run was reckoned of: more than a hundred municipalities have, and a database keeps in a row.
MOST_ASKED = 100_000_000
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
        # Before the places, which make the run a made one.
        keep_openings(row, order, begun.monday, starts_first=begun.starts_first)
        free = free_stretches(room)
        sites = [site_of(one, free) for one in places]
        seekers = [seeker for one in queue for seeker in seekers_of(one)]
        found = possible(seekers, sites, begun.monday.month)
        given = allocate(found.town, start_first=begun.starts_first, kept=found.kept)
        lines = explain(found.town, given, found.kept)
        suggested = chains(found.town, given)
        counts = counted(found, given, begun.waiting, {one.id: one.name for one in places})
        told = {
            (one["case_id"], one["week"]): one
            for number, (seeker, line) in enumerate(zip(seekers, lines, strict=True))
            for one in told_of(seeker, number, line, found, suggested.get(number))
        }
        digest = digest_of([order.value, str(begun.monday), places, room, queue])
        kept = [json.dumps(one, ensure_ascii=False) for one in (counts, list(told.values()))]
        database.execute(
            "SELECT matching_keep_allocation(%s, %s, %s, %s::jsonb, %s::jsonb)", [row, order, digest, *kept]
        )
        database.execute("SELECT matching_keep_moves(%s, %s::jsonb)", [row, json.dumps(moves_of(suggested, found))])
        town = reckoned(found, given, seekers, places, begun.monday, starts_first=begun.starts_first)
        facts = json.dumps(town.to_json())
        asked = facts if len(facts) <= MOST_ASKED else None
        database.execute("SELECT matching_keep_town(%s, %s::jsonb)", [row, asked])
    return True


def keep_openings(row: int, order: AllocationRun.Order, monday: date, *, starts_first: bool) -> None:
    """Share out the openings to those who wait for work, and keep it with the run that is being carried out."""
    facts, counts, lines = openings_of(row, starts_first=starts_first)
    digest = digest_of([order.value, str(monday), *facts])
    kept = [json.dumps(one, ensure_ascii=False) for one in (counts, lines)]
    database.execute("SELECT matching_keep_openings(%s, %s, %s, %s::jsonb, %s::jsonb)", [row, order, digest, *kept])


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
        languages_asked=row.languages_asked,
        licence=row.licence,
        is_partner=row.is_partner,
    )
    return Site(place, row.unit_id, row.needs_consent)


def seekers_of(row: Any) -> list[Seeker]:
    """Return somebody who waits, as what places are asked for them.

    One, or two: where one of several proposed places has been answered, and another has not, that one is kept by itself
    and the rest of the week is looked for by itself.
    """
    times = zip(row.starts_at or (), row.ends_at or (), row.weeks or (), strict=True)
    parts = tuple(sorted(Part(start, end, weeks) for start, end, weeks in times))
    kept = tuple(
        (activity, read_week(week).parts) for activity, week in zip(row.kept_activities, row.kept_weeks, strict=True)
    )
    seeker = Seeker(
        case=row.case_id,
        since=row.since,
        parts=parts,
        branches=tuple(row.branches),
        partner=PARTNER.get(row.path),
        needs=tuple(row.needs),
        speaks=None if row.speaks is None else tuple(row.speaks),
        licence=None if row.licence is None else tuple(row.licence),
        most_travel=row.most_travel,
        journeys={int(unit): minutes for unit, minutes in json.loads(row.journeys or "{}").items()},
        consents=frozenset(row.consents),
        refused=frozenset(row.refused),
        declined=frozenset(row.declined),
        kept=kept,
        is_part=row.has_begun,
    )
    keeps = {part for _activity, there in kept for part in there}
    rest = tuple(part for part in parts if part not in keeps)
    if not (row.kept_alone and rest and keeps < set(parts)):
        return [seeker]
    return [
        replace(seeker, parts=tuple(sorted(keeps)), is_part=True),
        replace(seeker, parts=rest, kept=(), is_part=True),
    ]


def told_of(
    seeker: Seeker, number: int, line: Line, found: Possible, chain: Chain | None = None
) -> list[dict[str, Any]]:
    """Return the lines to be kept of one who waits: each proposed place, or nothing, and counts that say why."""
    choice = line.choice
    at_two = sum(found.town.choices[one].wish >= WISHES for one in found.town.choices_of[number])
    facts = {
        "planned": bool(seeker.parts),
        "is_part": seeker.is_part,
        "possible": line.possible - at_two,
        "at_two": at_two,
        "unlooked": found.unlooked[number],
        "unlooked_twos": found.unlooked_twos[number],
        "kept": choice is not None and found.kept.get(number) == choice,
        "ruled_out": dict(sorted(found.ruled_out[number].items())),
        "fuller": fuller_of(line, found),
    }
    about = {"case_id": seeker.case, "since": str(seeker.since)}
    if choice is None:
        facts |= {"beside": [], **({"chain": stays_of(chain.choice, found)} if chain else {})}
        return [{**about, "activity": None, "week": "", "wish": None, "facts": facts}]
    stays = found.stays[choice]
    return [
        {
            **about,
            "activity": stay.activity,
            "week": week_of(stay),
            "wish": stay.wish,
            "facts": {
                **facts,
                "beside": [{"activity": one.activity, "week": week_of(one)} for one in stays if one != stay],
            },
        }
        for stay in stays
    ]


def moves_of(suggested: Mapping[int, Chain], found: Possible) -> list[dict[str, Any]]:
    """Return who would have to move for whom to start, as it is kept: both by the number of the case."""
    cases = found.town.seekers
    return [
        {
            "case_id": cases[number],
            "of_case": cases[move.seeker],
            "leaves": stays_of(move.leaves, found),
            "takes": stays_of(move.takes, found),
        }
        for number, chain in suggested.items()
        for move in chain.moves
    ]


def stays_of(choice: int, found: Possible) -> list[dict[str, Any]]:
    """Return the places of a choice as they are kept, each with how well it is wished for."""
    return [{"activity": one.activity, "week": week_of(one), "wish": one.wish} for one in found.stays[choice]]


def week_of(stay: Stay) -> str:
    """Return the times of a stay as they are kept."""
    return str(Week(stay.parts))


def fuller_of(line: Line, found: Possible) -> list[dict[str, Any]]:
    """Return what was wished more and is full, each full stretch once: the place whose stretch it is."""
    told: dict[int, dict[str, Any]] = {}
    for one in line.better:
        activity, starts_at, ends_at = found.stretches[one.unit]
        (wish,) = {stay.wish for stay in found.stays[one.choice] if stay.activity == activity}
        about = {"activity": activity, "wish": wish, "starts_at": starts_at, "ends_at": ends_at}
        told.setdefault(one.unit, {**about, "longer": one.longer, "kept": one.kept, "no_other": one.no_other})
    return list(told.values())


def counted(found: Possible, given: Sequence[int | None], waiting: int, names: Mapping[int, str]) -> dict[str, Any]:
    """Return how it went, in numbers: all who wait, and each place with how many are free all week and proposed.

    Who is proposed two places is one person, `at_two`, and is counted at each place.
    """
    cases = found.town.seekers
    chosen = {seeker: choice for seeker, choice in enumerate(given) if choice is not None}
    stays = {(cases[seeker], stay.activity) for seeker, choice in chosen.items() for stay in found.stays[choice]}
    at = Counter(activity for _case, activity in stays)
    proposed_to = {cases[seeker] for seeker in chosen}
    free: dict[int, int] = {}
    for (activity, _start, _end), room in zip(found.stretches, found.town.room, strict=True):
        free[activity] = max(free.get(activity, 0), room)
    proposed = hide_few({key: at[key] for key in names})
    return {
        "waiting": waiting,
        "proposed": len(proposed_to),
        "at_two": sum(len(found.stays[choice]) > 1 for choice in chosen.values()),
        "first_wish": sum(found.town.choices[choice].wish == 0 for choice in chosen.values()),
        "nothing": waiting - len(proposed_to),
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
