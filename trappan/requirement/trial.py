"""What a version of the rules would judge otherwise than was judged: rounded numbers, by what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import OperationalError
from django.db.transaction import atomic
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database

MONTHS = 3
DIFFERS = {
    "left": _("Were under the requirement, would not be"),
    "joined": _("Were not under it, would be"),
    "reason": _("Outside or waiting for another reason"),
    "fewer": _("Would be proposed fewer hours"),
    "more": _("Would be proposed more hours"),
}


class TakesTooLong(Exception):
    """So many months of so many people are not tried within the time that a page has."""


@dataclass(frozen=True)
class Trial:
    """A trial over whole months: for each thing that differs people and months, and everybody who was tried."""

    first: date
    last: date
    rows: Sequence[tuple[Promise, int, int]]
    people: int
    months: int

    @property
    def otherwise(self) -> tuple[int, int]:
        """Return the sums of the rounded numbers: people, who may stand in two rows, and months."""
        return sum(row[1] for row in self.rows), sum(row[2] for row in self.rows)


def tried(ruleset_id: int, months: int) -> Trial | None:
    """Try a version on the latest months with support; None where there are none. Nothing is kept of it."""
    try:
        with atomic():
            rows = database.rows("requirement_trial", ruleset_id, months)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != "57014":  # the statement's own time is out
            raise
        raise TakesTooLong from error
    found = {row.what: row for row in rows}
    if not found:
        return None
    everybody = found["tried"]
    listed = [(words, found[what].people, found[what].of_months) for what, words in DIFFERS.items()]
    return Trial(everybody.first_month, everybody.last_month, listed, everybody.people, everybody.of_months)
