"""The quarter's counts: asked to take part, reduced and refused, by obstacle; small numbers hidden.

What the supervisory authority (IVO) asks for is known from secondary sources only; the counts and
their definitions are ours until it is known from IVO itself.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.rules.codes import labels
from trappan.schedules.months import months_after

COUNTED = {
    "asked": gettext_lazy("Asked to take part"),
    "reduced": gettext_lazy("Support reduced"),
    "refused": gettext_lazy("Support refused"),
}
FEWEST = 5


def first_of_quarter(day: date) -> date:
    """Return the first day of the day's quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def quarter_of(day: date) -> str:
    """Write a day's quarter as 2026-4."""
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def counts(first: date) -> list[tuple[str, list[str]]]:
    """Return a quarter's counts by obstacle, in words, and last their sum."""
    rows = database.rows("requirement_quarter", first, months_after(first, 3))
    words = labels("obstacle")
    columns = [hidden([row[at] for row in rows]) for at in (1, 2, 3)]
    listed = [
        (words.get(("obstacle", row[0])) or _("Unknown"), [column[at] for column in columns])
        for at, row in enumerate(rows)
    ]
    return [*listed, (_("All"), [column[-1] for column in columns])]


def hidden(numbers: Sequence[int]) -> list[str]:
    """Write numbers and their sum, last, with those below five hidden so that none can be worked out.

    Where what is left of the sum tells them (all at their least or their most) the smallest of the
    others is hidden too, until it does not; where nothing is left to hide, the sum is. None at all is 0.
    """
    small = {at for at, number in enumerate(numbers) if 0 < number < FEWEST}
    large = sorted((number, at) for at, number in enumerate(numbers) if number >= FEWEST)
    beside: set[int] = set()
    while told(numbers, small, beside) and large:
        beside.add(large.pop(0)[1])
    said = [f"<{FEWEST}" if at in small else "–" if at in beside else str(number) for at, number in enumerate(numbers)]
    return [*said, "–" if told(numbers, small, beside) else str(sum(numbers))]


def told(numbers: Sequence[int], small: set[int], beside: set[int]) -> bool:
    """Tell whether the sum gives the hidden numbers away: small ones are 1 to 4, the others 5 or more."""
    if not small:
        return False
    left = sum(numbers[at] for at in small | beside)
    least = len(small) + FEWEST * len(beside)
    most = None if beside else (FEWEST - 1) * len(small)
    return len(small | beside) == 1 or left in (least, most)
