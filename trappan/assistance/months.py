"""One person's months as the support page draws them: years of twelve cells, and what they add up to."""

from dataclasses import dataclass
from datetime import date

from trappan.assistance.models import Elsewhere, SupportMonth
from trappan.assistance.spans import Count, Months
from trappan.rules.codes import labels
from trappan.schedules.months import month_of, months_after, months_between

SHOWN = 36


@dataclass(frozen=True)
class Cell:
    """One month: `state` is support, none, elsewhere, unknown or ahead."""

    month: date
    state: str
    household_type: str = ""
    obstacle: str = ""


@dataclass(frozen=True)
class Support:
    """What is known of a person's months, up to the latest month that any is known for."""

    cells: list[Cell]
    at: date
    in_a_row: Count
    of_twelve: Count
    of_thirty_six: Count
    long_term: bool | None
    very_long_term: bool | None

    @property
    def years(self) -> list[tuple[int, list[Cell | None]]]:
        """Return the cells by year, twelve to a year."""
        found: dict[int, list[Cell | None]] = {}
        for cell in self.cells:
            found.setdefault(cell.month.year, [None] * 12)[cell.month.month - 1] = cell
        return sorted(found.items(), reverse=True)

    @property
    def year_heads(self) -> list[date]:
        """Return twelve days whose months name the columns."""
        return [date(self.at.year, month, 1) for month in range(1, 13)]

    @property
    def latest(self) -> Cell | None:
        """Return the last month with support."""
        return next((cell for cell in reversed(self.cells) if cell.state == "support"), None)


def support_of(person_id: int, today: date) -> Support:
    """Read a person's months. They are counted at the latest month with support, this or the last."""
    rows = {row.month: row for row in SupportMonth.objects.filter(person_id=person_id)}
    known, unknown, other = set(rows), set(), set()
    for away in Elsewhere.objects.filter(person_id=person_id):
        months = set(months_between(away.starts_on, months_after(away.ends_on, -1)))
        other |= months
        if away.support == "yes":
            known |= months
        elif away.support == "unknown":
            unknown |= months
    # The latest months reach us a few weeks late: count where the count is whole.
    at = next(
        (months_after(month_of(today), -back) for back in (0, 1) if months_after(month_of(today), -back) in rows),
        months_after(month_of(today), -1),
    )
    words = labels("obstacle", "household_type")
    cells = []
    for month in (months_after(month_of(today), step) for step in range(1 - SHOWN, 1)):
        row = rows.get(month)
        state = (
            "support"
            if row
            else "unknown"
            if month in unknown
            else "elsewhere"
            if month in other
            else "ahead"
            if month > at
            else "none"
        )
        cells.append(
            Cell(
                month,
                state,
                words.get(("household_type", str(row.household_type)), "") if row else "",
                words.get(("obstacle", row.obstacle), "") if row else "",
            )
        )
    counted = Months(frozenset(known), frozenset(unknown))
    return Support(
        cells,
        at,
        counted.in_a_row(at),
        counted.of_last(12, at),
        counted.of_last(36, at),
        counted.is_long_term(at),
        counted.is_very_long_term(at),
    )
