"""Whom an employer has taken and what came of it: numbers, of everybody and without a name."""

from dataclasses import dataclass
from datetime import date

from trappan import database

FEWEST = 5  # people: of fewer it is not told how it went (sql/employer.sql)


@dataclass(frozen=True)
class Taken:
    """How many people an employer has taken, and since when.

    Of these so many are still there (`going`), stayed as long as was agreed (`whole`) or left before (`short`); the
    others came without an agreement. So many went on to work there (`here`) or elsewhere. Told of five or more. Of so
    many (`told`, five or more) the employer has said whether it would take somebody again, of so many (`again`) yes.
    """

    taken: int
    since: date | None
    going: int | None
    whole: int | None
    short: int | None
    here: int | None
    elsewhere: int | None
    told: int | None
    again: int | None
    fewest: int = FEWEST

    @property
    def is_told(self) -> bool:
        """Tell whether they are so many that how it went says nothing of one of them."""
        return self.going is not None


def taken_by(employer_id: int) -> Taken | None:
    """Return whom an employer of the own municipality has taken, with all that have gone up in it; None elsewhere."""
    found = database.rows("outcomes_taken", employer_id)
    return Taken(**found[0]._asdict()) if found else None
