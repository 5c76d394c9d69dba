"""Numbers that no real person can have: Skatteverket's reserved test numbers, or a reservnummer.

In the birth years below every day has the reserved serials 238 (woman) and 239 (man); that is
checked against the published list by a test where the list is at hand. All others get a
reservnummer, which the product must handle anyway.
"""

from collections import Counter
from datetime import date, timedelta

from stdnum import luhn

COVERED = {*range(1977, 1980), *range(1981, 1989), *range(1991, 2000), 2003, 2004, 2006, 2008, 2009, 2012, 2013}
SERIALS = 900  # a day's reservnummer of the crowd; those above are for people of the tour
SERIAL = {"K": "238", "M": "239"}


class Numbers:
    """Hands out each number once."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = set(taken)
        self.reserve: Counter[date] = Counter()

    def next(self, birth: date, gender: str) -> str:
        """Return the test number of the day and gender if it is free, otherwise a reservnummer."""
        return self.for_tests(birth, gender) or self.reservnummer(birth)

    def for_tests(self, birth: date, gender: str) -> str:
        """Return the number that is reserved for tests, or nothing when it is taken."""
        if birth.year not in COVERED:
            return ""
        short = f"{birth:%y%m%d}{SERIAL[gender]}"
        number = f"{birth:%Y%m%d}{SERIAL[gender]}{luhn.calc_check_digit(short)}"
        if number in self.taken:
            return ""
        self.taken.add(number)
        return number

    def reservnummer(self, birth: date) -> str:
        """Return the day's next reservnummer, or when they have run out that of a day close after."""
        while self.reserve[birth] == SERIALS:
            birth += timedelta(days=1)
        self.reserve[birth] += 1
        return f"{birth:%Y%m%d}R{self.reserve[birth]:03}"
