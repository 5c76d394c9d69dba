"""The quarter's counts: asked to take part, reduced and refused, by obstacle; small numbers hidden.

What the supervisory authority asks for is known from secondary sources only (domain §1.4, [S]); the
counts and their definitions are ours until then.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM requirement_quarter(%s, %s)", [first, months_after(first, 3)])
        rows = cursor.fetchall()
    words = labels("obstacle")
    columns = [hidden([row[at] for row in rows]) for at in (1, 2, 3)]
    listed = [
        (words.get(("obstacle", row[0])) or _("Unknown"), [column[at] for column in columns])
        for at, row in enumerate(rows)
    ]
    return [*listed, (_("All"), [column[-1] for column in columns])]


def hidden(numbers: Sequence[int]) -> list[str]:
    """Write numbers and their sum, last, with those below five hidden so that none can be worked out.

    Where just one is hidden the smallest of the others is hidden too; a sum below five is hidden. None
    at all is written 0 where everything is 0.
    """
    whole = sum(numbers)
    small = {at for at, number in enumerate(numbers) if 0 < number < FEWEST}
    others = sorted((number, at) for at, number in enumerate(numbers) if number and at not in small)
    if len(small) == 1 and others:
        small.add(others[0][1])
    said = [f"<{FEWEST}" if at in small and number < FEWEST else "–" if at in small else str(number) for at, number in enumerate(numbers)]  # fmt: skip
    alone = len(small) == 1 and not others
    return [*said, f"<{FEWEST}" if 0 < whole < FEWEST or alone else str(whole)]
