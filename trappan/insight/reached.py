"""How many a partner reached, how many came, how many stayed: counts of a year, as the database tells them."""

from dataclasses import dataclass

from trappan import database


@dataclass(frozen=True)
class Reached:
    """A year of an organisation. A number of people is None where it is hidden, or where it is not counted yet.

    `contacts` are how many people were met, added up: whoever was met twice is two. `stayed` are those who came and
    took part in an activity three months after; told when the year `is_whole`.
    """

    year: int
    contacts: int
    notes: int
    referred: int | None
    came: int | None
    stayed: int | None
    hidden: bool
    is_whole: bool


def reached(organisation_id: int, year: int) -> Reached | None:
    """Return a year of an organisation; None where the actor may not read of it."""
    row = next(iter(database.rows("insight_reached", organisation_id, year)), None)
    return None if row is None else Reached(year, *row)
