"""What every check is given: the extract, what is here, the day; and how it says no."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from trappan.exchange.checks.known import Known
from trappan.exchange.reading import Extract

Row = dict[str, Any]
# A person who is here by id, whoever is new by number.
Who = int | str


class Checker:
    """One look at an extract."""

    def __init__(self, extract: Extract, known: Known, today: date) -> None:
        self.extract, self.known, self.today = extract, known, today
        self.there: list[Any] | None = None  # who is where, once somebody has asked (`stays`)

    def of(self, name: str) -> list[Row]:
        return self.extract.of(name)

    def no(self, file: str, row: Row, column: str, reason: str) -> None:
        value = row.get(column)
        self.extract.no(file, row["line"], column, reason, "" if value is None else str(value))

    def note(self, file: str, row: Row, column: str, reason: str) -> None:
        self.extract.note(file, row["line"], column, reason)

    def who(self, row: Row) -> Who:
        """Return who a row is about, whichever of the person's numbers it has."""
        pin: str = row["pin"]
        person: int | None = self.known.people.get(pin)
        return pin if person is None else person

    def here(self, rows: Iterable[Row]) -> list[int]:
        """Return the ids of those of the rows' people who are here already."""
        return list({self.known.people[row["pin"]] for row in rows if row["pin"] in self.known.people})

    @cached_property
    def codes_of(self) -> dict[int, str]:
        """Return the code of each activity that is here."""
        return {number: code for code, number in self.known.activities.items()}
