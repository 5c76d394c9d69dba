"""Send, in tests, what the parts of this room send."""

from typing import Any

from trappan.schedules.week import read_week
from trappan.ui.week.rows import rows_of


def pressed(week: str, name: str = "week") -> dict[str, Any]:
    """Return what a form sends where the days and times of a week are pressed: `mån 9-12, tor 9-12 A`."""
    rows = rows_of(read_week(week).parts) if week else []
    sent: dict[str, Any] = {f"{name}-rows": len(rows)}
    for at, row in enumerate(rows):
        sent |= {
            f"{name}-{at}-days": [str(day) for day in row.days],
            f"{name}-{at}-from": row.start,
            f"{name}-{at}-to": row.end,
            f"{name}-{at}-weeks": row.weeks,
        }
    return sent
