"""The day on which the town stands still, and moments of its days as PostgreSQL reads them."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TODAY = date(2026, 11, 12)
NOON = time(12)


@cache
def moment(day: date, hour: int = 9, minute: int = 0) -> str:
    """Return the moment as PostgreSQL reads it; the same few thousand are asked for all the time."""
    return datetime.combine(day, time(hour, minute), tzinfo=STOCKHOLM).isoformat()
