"""Numbers that no real person can have: Skatteverket's reserved test numbers, or a reservnummer.

In the birth years below every day has the reserved serials 238 (woman) and 239 (man); that is
checked against the published list by a test where the list is at hand. All others get a
reservnummer, which the product must handle anyway.
"""

from collections import Counter
from datetime import date

from stdnum import luhn

COVERED = {
    *range(1977, 1980), *range(1981, 1989), *range(1991, 2000), 2003, 2004, 2006, 2008, 2009, 2012, 2013,
}  # fmt: skip
SERIAL = {"K": "238", "M": "239"}


class Numbers:
    """Hands out each number once."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = set(taken)
        self.reserve: Counter[str] = Counter()

    def next(self, birth: date, gender: str) -> str:
        """Return the test number of the day and gender if it is free, otherwise a reservnummer."""
        if birth.year in COVERED:
            short = f"{birth:%y%m%d}{SERIAL[gender]}"
            number = f"{birth:%Y%m%d}{SERIAL[gender]}{luhn.calc_check_digit(short)}"
            if number not in self.taken:
                self.taken.add(number)
                return number
        day = f"{birth:%Y%m%d}"
        self.reserve[day] += 1
        return f"{day}R{self.reserve[day]:03}"
