"""Units and activities: nothing under itself, nobody left behind by what an activity becomes."""

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker


def check_units(checker: Checker) -> None:
    """No unit is under itself, not by way of others either."""
    rows = checker.of("units.csv")
    if not any(row["parent"] for row in rows):
        return
    parent_of = dict(
        database.query("SELECT u.code, p.code FROM staff_unit u JOIN staff_unit p ON p.id = u.parent_id")
    ) | {row["code"]: row["parent"] for row in rows if row["parent"]}
    for row in rows:
        way, above = [row["code"]], row["parent"]
        while above and above not in way:
            way.append(above)
            above = parent_of.get(above)
        if above == row["code"]:
            checker.no(
                "units.csv",
                row,
                "parent",
                _("The unit would be under itself: %(way)s. Choose another parent.")
                % {"way": " → ".join([*way, row["code"]])},
            )


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
