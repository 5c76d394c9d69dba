"""The days that people came, as the one definition counts them; and what of the file it cannot count."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader

FILE = "attendance.csv"
# A reason told in an earlier system has no table here yet: that it was told is kept.
STATUS = {
    "present": "present",
    "partly": "present",
    "absent_told": "absent (told)",
    "absent_not_told": "absent (not_told)",
}
SESSIONS = """
SELECT s.placement_id, s.day, s.minutes, s.state FROM placements_session s
JOIN (SELECT DISTINCT * FROM unnest(%(placements)s::bigint[], %(days)s::date[]) w (placement_id, day)) w
  ON w.placement_id = s.placement_id AND w.day = s.day
WHERE s.placement_id = ANY (%(placements)s) AND s.day BETWEEN %(first)s AND %(last)s
"""
NO_TIMES = """
SELECT p.id FROM placements_placement p WHERE p.id = ANY (%s)
  AND EXISTS (SELECT FROM activities_seatuse s WHERE s.seat = p.seat AND s.ends_at - s.starts_at > 1440)
"""
NO_HOURS = (None, None)  # a file tells minutes, not when somebody came and left: its row holds
# placement, day → the session's minutes and state
Sessions = dict[tuple[int, date], tuple[int, str]]


def attendance(loader: Loader, tally: Tally) -> None:
    found: dict[tuple[int, str], list[Any]] = {}
    fresh: set[int] = set()
    for placement_id, person_id, code, unit_id, starts_on, ends_on in database.query(
        "SELECT p.id, p.person_id, a.code, p.unit_id, p.starts_on, p.ends_on FROM placements_placement p "
        "JOIN activities_activity a ON a.id = p.activity_id WHERE p.agreed"
    ):
        found.setdefault((person_id, code), []).append((placement_id, unit_id, starts_on, ends_on))
        if person_id in loader.made:
            fresh.add(placement_id)
    there = []
    for row in tally.rows:
        if row["status"] == "cancelled":
            continue  # nobody was to come: no mark, which is not absence
        person_id = loader.person(row)
        placement_id, unit_id = next(
            (placement_id, unit_id)
            for placement_id, unit_id, first, last in found[person_id, row["activity"]]
            if first <= row["day"] and (last is None or row["day"] < last)
        )
        there.append((row, placement_id, person_id, unit_id))
    if not there:
        return
    sessions, no_times = sessions_of([(placement, row["day"]) for row, placement, _person, _unit in there])
    staged = []
    for row, placement_id, person_id, unit_id in there:
        session = sessions.get((placement_id, row["day"]))
        note_uncounted(loader, row, session, has_times=placement_id not in no_times)
        said = mark(row, session)
        staged.append([row["line"], placement_id, row["day"], person_id, unit_id, said, row["minutes"] or 0, *NO_HOURS])
    loader.merge(
        tally,
        "attendance_attendance",
        ["placement_id", "day"],
        ["person_id", "unit_id", "mark", "minutes", "came_at", "left_at"],
        staged,
        fresh=fresh,
        shown={"mark": ("status", STATUS.get)},
    )


def sessions_of(wanted: Sequence[tuple[int, date]]) -> tuple[Sessions, set[int]]:
    """Return the sessions that there are of the wanted, and the placements whose times nobody has said."""
    placements, days = [one for one, _day in wanted], [day for _one, day in wanted]
    asked = {"placements": placements, "days": days, "first": min(days), "last": max(days)}
    sessions = {(one.placement_id, one.day): (one.minutes, one.state) for one in database.query(SESSIONS, asked)}
    return sessions, {one.id for one in database.query(NO_TIMES, [list(set(placements))])}


def mark(row: dict[str, Any], session: tuple[int, str] | None) -> str:
    """Return the mark of a day: fewer minutes than the session is long is partly; no reason told was not told."""
    if row["status"] == "present":
        return "partly" if session and row["minutes"] and row["minutes"] < session[0] else "present"
    return "absent_told" if row["reason"] not in ("", "not_told") else "absent_not_told"


def note_uncounted(loader: Loader, row: dict[str, Any], session: tuple[int, str] | None, *, has_times: bool) -> None:
    """Tell of time in the file that will not count as attended or as absent, and why."""
    minutes = row["minutes"] or 0
    if not has_times:
        if row["status"] != "present" or not minutes:
            reason = _("The placement has no times, so that a day without minutes counts as nothing. Fill in them.")
            loader.extract.note(FILE, row["line"], "minutes", reason)
    elif session is None:
        reason = _("The placement has no session on that day: %(minutes)s minutes will not count.")
        loader.extract.note(FILE, row["line"], "day", reason % {"minutes": minutes})
    elif session[1] != "held":
        reason = _(
            "The session was not held that day (closed, cancelled or paused): %(minutes)s minutes will not count."
        )
        loader.extract.note(FILE, row["line"], "day", reason % {"minutes": minutes})
    elif minutes > session[0]:
        reason = _("The session is %(all)s minutes: %(minutes)s minutes will not count.")
        loader.extract.note(FILE, row["line"], "minutes", reason % {"all": session[0], "minutes": minutes - session[0]})
