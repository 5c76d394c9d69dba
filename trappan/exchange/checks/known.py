"""What is already in the database, as far as the extract points at it."""

from typing import Any

from trappan import database
from trappan.exchange.reading import Extract


class Known:
    """Units, activities, people, consultants and steps that are here, asked once an import."""

    def __init__(self, extract: Extract, municipality: str) -> None:
        self.municipality = municipality
        self.units = self._pairs("SELECT code, id FROM staff_unit")
        self.activities = self._pairs("SELECT code, id FROM activities_activity")
        pins = {row["pin"] for rows in extract.rows.values() for row in rows if "pin" in row}
        self.people = self._pairs("SELECT number, person_id FROM people_number WHERE number = ANY (%s)", list(pins))
        self.consultants = set(
            self._pairs(
                "SELECT c.email, m.id FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id "
                "WHERE m.role = 'consultant' AND m.ends_on IS NULL"
            )
        )
        named = "SELECT email, given_name, family_name FROM staff_colleague WHERE named_here"
        self.named_here = {email: (given, family) for email, given, family in self._rows(named)}
        self.steps = set(
            self._rows(
                "SELECT l.name, s.number FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id "
                "WHERE NOT l.is_draft"
            )
        )
        self.ladder = next((name for name, _n in self._rows("SELECT name, id FROM plans_ladder WHERE is_main")), "")

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return list(database.query(sql, values))

    def _pairs(self, sql: str, *values: Any) -> dict[Any, Any]:
        return dict(self._rows(sql, *values))
