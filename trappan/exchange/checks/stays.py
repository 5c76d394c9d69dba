"""Who is where from when to when: what placements.csv says, and of what is here the rest."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from trappan import database
from trappan.exchange.checks.checker import Checker, Row, Who
from trappan.schedules.week import Part, Week, read_week

# Without a schedule the place is taken all week: nobody else may count on it.
ALL_WEEK = Week((Part(0, 7 * 24 * 60),))

HERE = """
SELECT p.person_id, p.activity_id, p.starts_on, p.ends_on, p.agreed, p.proposed_at IS NOT NULL AS proposed,
  (SELECT min(i.day) FROM placements_introduction i WHERE i.placement_id = p.id) AS introduced_on,
  (SELECT max(d.day) FROM attendance_attendance d WHERE d.placement_id = p.id) AS marked_on,
  u.starts_at, u.ends_at, u.weeks
FROM placements_placement p CROSS JOIN LATERAL (
  SELECT array_agg(s.starts_at ORDER BY s.starts_at) AS starts_at, array_agg(s.ends_at ORDER BY s.starts_at) AS ends_at,
    array_agg(s.weeks::text ORDER BY s.starts_at) AS weeks
  FROM activities_seatuse s WHERE s.seat = p.seat AND NOT s.once AND s.ends_on IS NOT DISTINCT FROM p.ends_on) u
WHERE p.refused_at IS NULL AND p.withdrawn_at IS NULL AND p.ends_on IS DISTINCT FROM p.starts_on
  AND (p.person_id = ANY (%s) OR p.activity_id = ANY (%s))
"""


@dataclass
class Stay:
    """A person in an activity from a day to a day (half-open), and the line that says so, where one does.

    `was` is the same placement as it is here, None where it is new.
    """

    who: Who
    activity: str
    starts_on: date
    ends_on: date | None
    week: Week
    row: Row | None = None
    was: "Stay | None" = None
    agreed: bool = True
    proposed: bool = False
    introduced_on: date | None = None
    marked_on: date | None = None

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)

    def meets(self, other: "Stay") -> bool:
        """Tell whether the two have a day in common."""
        return (other.ends_on is None or self.starts_on < other.ends_on) and (
            self.ends_on is None or other.starts_on < self.ends_on
        )

    @property
    def is_new(self) -> bool:
        """Tell whether the file says more of it than is here: new, longer, or at other times."""
        if self.row is None:
            return False
        if self.was is None or self.was.week != self.week:
            return True
        return self.was.ends_on is not None and (self.ends_on is None or self.ends_on > self.was.ends_on)


def stays(checker: Checker) -> list[Stay]:
    """Return every placement of the extract's people and at its activities; the file's word goes first."""
    if checker.there is None:
        checker.there = gather(checker)
    return checker.there


def gather(checker: Checker) -> list[Stay]:
    listed = checker.of("placements.csv")
    touched = {row["activity"] for row in listed} | {row["code"] for row in checker.of("activities.csv")}
    ids = [checker.known.activities[code] for code in touched if code in checker.known.activities]
    people = checker.here([*listed, *checker.of("attendance.csv")])
    here: dict[tuple[Who, str, date], Stay] = {}
    for found in database.query(HERE, [people, ids]) if people or ids else ():
        code = checker.codes_of[found.activity_id]
        parts = zip(found.starts_at or (), found.ends_at or (), found.weeks or (), strict=True)
        here[found.person_id, code, found.starts_on] = Stay(
            found.person_id,
            code,
            found.starts_on,
            found.ends_on,
            Week(tuple(sorted(Part(*part) for part in parts))),
            agreed=found.agreed,
            proposed=found.proposed,
            introduced_on=found.introduced_on,
            marked_on=found.marked_on,
        )
    said = []
    for row in listed:
        who = checker.who(row)
        was = here.pop((who, row["activity"], row["starts_on"]), None)
        stay = Stay(who, row["activity"], row["starts_on"], row["ends_on"], week_of(row["schedule"]), row, was)
        if was is not None:
            stay.proposed, stay.introduced_on, stay.marked_on = was.proposed, was.introduced_on, was.marked_on
        said.append(stay)
    return [*said, *here.values()]


@lru_cache(maxsize=4096)
def week_of(schedule: str) -> Week:
    return read_week(schedule) if schedule else ALL_WEEK
