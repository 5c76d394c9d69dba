"""Activities, and who has a place in them and when."""

from uuid import UUID, uuid4

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.checks.stays import ALL_WEEK, week_of
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import merge, pairs
from trappan.schedules.periods import day_before
from trappan.schedules.week import Part, Week


def activities(loader: Loader, tally: Tally) -> None:
    units = pairs("SELECT code, id FROM staff_unit")
    codes = {number: code for code, number in units.items()}
    loader.merge(
        tally,
        "activities_activity",
        ["code"],
        ["name", "unit_id", "kind", "places", "weekdays", "starts_on", "ends_on", "real_operation"],
        [
            [
                row["line"],
                row["code"],
                row["name"],
                units[row["unit"]],
                row["kind"],
                row["places"],
                row["weekdays"],
                row["starts_on"],
                row["ends_on"],
                row["real_operation"],
            ]
            for row in tally.rows
        ],
        shown={"unit_id": ("unit", codes.get), "ends_on": ("ends_on", day_before)},
        description="",
    )


def placements(loader: Loader, tally: Tally) -> None:
    activity = pairs("SELECT code, id FROM activities_activity")
    unit = pairs("SELECT id, unit_id FROM activities_activity")
    seats = pairs("SELECT (person_id, activity_id, starts_on)::text, seat FROM placements_placement WHERE agreed")
    staged, uses = [], []
    weeks: dict[UUID, tuple[int, Week]] = {}
    keys: dict[int, str] = {}
    for row in tally.rows:
        person_id, activity_id = loader.person(row), activity[row["activity"]]
        keys[row["line"]] = key = f"({person_id},{activity_id},{row['starts_on']})"
        seat = seats.get(key) or uuid4()
        staged.append([row["line"], person_id, activity_id, row["starts_on"], unit[activity_id], seat, row["ends_on"]])
        week = week_of(row["schedule"])
        weeks[seat] = row["line"], week
        uses += [
            [row["line"], seat, part.start, part.weeks, activity_id, part.end, row["starts_on"], row["ends_on"]]
            for part in week.parts
        ]
    compare_weeks(tally, weeks)
    loader.merge(
        tally,
        "placements_placement",
        ["person_id", "activity_id", "starts_on"],
        ["unit_id", "seat", "ends_on"],
        staged,
        fresh=loader.made,
        among="t.agreed",
        shown={"ends_on": ("ends_on", day_before)},
        decision="",
    )
    told_ends(loader, tally, keys)
    database.execute(
        "DELETE FROM activities_seatuse u WHERE u.seat = ANY (%s) AND NOT (u.seat, u.starts_at, u.weeks) IN "
        "(SELECT * FROM unnest(%s::uuid[], %s::int[], %s::text[]))",
        [list(weeks), *([use[at] for use in uses] for at in (1, 2, 3))],
    )
    merge(
        "activities_seatuse", ["seat", "starts_at", "weeks"], ["activity_id", "ends_at", "starts_on", "ends_on"], uses
    )


def told_ends(loader: Loader, tally: Tally, keys: dict[int, str]) -> None:
    """Keep why placements ended apart from them: a site reads its placements."""
    placement = pairs("SELECT (person_id, activity_id, starts_on)::text, id FROM placements_placement WHERE agreed")
    told = pairs("SELECT placement_id, id FROM placements_placementend")
    staged, fresh = [], set()
    for row in tally.rows:
        person_id = loader.person(row)
        placement_id = placement[keys[row["line"]]]
        if person_id in loader.made:
            fresh.add(placement_id)
        if row["end_reason"] or placement_id in told:
            staged.append([row["line"], placement_id, person_id, row["end_reason"]])
    loader.merge(
        tally,
        "placements_placementend",
        ["placement_id", "person_id"],
        ["reason"],
        staged,
        fresh=fresh,
        shown={"reason": ("end_reason", str)},
        kind="",
        beside=True,
    )


def compare_weeks(tally: Tally, weeks: dict[UUID, tuple[int, Week]]) -> None:
    """Tell which placements that are here get another week."""
    for seat, *columns in database.query(
        "SELECT seat, array_agg(starts_at ORDER BY starts_at), array_agg(ends_at ORDER BY starts_at), "
        "array_agg(weeks ORDER BY starts_at) FROM activities_seatuse WHERE seat = ANY (%s) GROUP BY seat",
        [list(weeks)],
    ):
        line, new = weeks[seat]
        old = Week(tuple(sorted(Part(*one) for one in zip(*columns, strict=True))))
        if old != new:
            tally.changed.add(line)
            tally.change(line, "schedule", written(old), written(new))


def written(week: Week) -> str:
    return "" if week == ALL_WEEK else str(week)
