"""Units and activities: nothing under itself, nobody left behind by what an activity becomes."""

from collections import defaultdict
from collections.abc import Mapping

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker

PARENTS = "SELECT u.code, p.code FROM staff_unit u JOIN staff_unit p ON p.id = u.parent_id"
BEFORE = """
SELECT u.code, b.code FROM staff_succession s JOIN staff_unit u ON u.id = s.unit_id
JOIN staff_unit b ON b.id = s.before_id
"""


def check_units(checker: Checker) -> None:
    """No unit is under itself or comes after itself, not by way of others either."""
    rows = checker.of("units.csv")
    # A file moves a unit to another parent, and adds to what it comes after.
    moved = {row["code"]: [row["parent"]] for row in rows if row["parent"]}
    if moved:
        above = {code: [parent] for code, parent in database.query(PARENTS)} | moved
        reason = _("The unit would be under itself: %(way)s. Choose another parent.")
        refuse_circles(checker, "parent", above, reason)
    if any(row["succeeds"] for row in rows):
        before = defaultdict(list, {row["code"]: list(row["succeeds"]) for row in rows})
        for code, earlier in database.query(BEFORE):
            before[code].append(earlier)
        refuse_circles(checker, "succeeds", before, _("The unit would come after itself: %(way)s. Choose another."))


def refuse_circles(checker: Checker, column: str, leads_to: Mapping[str, list[str]], reason: str) -> None:
    """Refuse every row from which the column leads, by whatever way, back to the row itself."""
    for row in checker.of("units.csv"):
        way = way_back(row["code"], leads_to) if row[column] else None
        if way:
            checker.no("units.csv", row, column, reason % {"way": " → ".join(way)})


def way_back(code: str, leads_to: Mapping[str, list[str]]) -> list[str] | None:
    """Return the way from a unit back to itself, None where there is none."""
    seen: set[str] = set()
    ways = [[code]]
    while ways:
        way = ways.pop()
        for one in leads_to.get(way[-1], ()):
            if one == code:
                return [*way, one]
            if one not in seen:
                seen.add(one)
                ways.append([*way, one])
    return None


def check_activities(checker: Checker) -> None:
    """An activity where people are placed stays at its unit."""
    rows = [row for row in checker.of("activities.csv") if row["code"] in checker.known.activities]
    if not rows:
        return
    unit_of = dict(
        database.query(
            "SELECT DISTINCT a.code, u.code FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id "
            "JOIN placements_placement p ON p.activity_id = a.id WHERE a.code = ANY (%s)",
            [[row["code"] for row in rows]],
        )
    )
    for row in rows:
        unit = unit_of.get(row["code"], row["unit"])
        if unit != row["unit"]:
            checker.no(
                "activities.csv",
                row,
                "unit",
                _("People are placed there, at the unit %(unit)s. Give an activity elsewhere a code of its own.")
                % {"unit": unit},
            )
