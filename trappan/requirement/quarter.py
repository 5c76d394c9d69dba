"""The quarter's counts: asked to take part, reduced and refused, by obstacle, each rounded to five.

What the supervisory authority (IVO) asks for is known from secondary sources only; the counts and
their definitions are ours until it is known from IVO itself.
"""

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


def first_of_quarter(day: date) -> date:
    """Return the first day of the day's quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def quarter_of(day: date) -> str:
    """Write a day's quarter as 2026-4."""
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def is_over(first: date, today: date) -> bool:
    """Tell whether the quarter that begins on a day is finished: only then does its file say anything."""
    return months_after(first, 3) <= today


def counts(first: date) -> list[tuple[str, list[int]]]:
    """Return a finished quarter's counts by obstacle, in words, each rounded to five; and last their sum.

    The sum is of the rounded numbers, so that it tells nothing that they do not: rounded by itself it
    could be put against them, and four twos read as what they are.
    """
    rows = database.rows("requirement_quarter", first)
    words = labels("obstacle")
    listed = [(words.get(("obstacle", row[0])) or _("Unknown"), list(row[1:])) for row in rows]
    return [*listed, (_("All"), [sum(numbers) for numbers in zip(*(row[1:] for row in rows), strict=True)])]
