"""The one source of today and now (Europe/Stockholm), the same that the database's policies ask."""

from datetime import date, datetime

from trappan import database


def today() -> date:
    """Return the day it is in Stockholm, or the day that a test or the demo has set."""
    day: date = database.value("today")
    return day


def now() -> datetime:
    """Return the moment it is, on the day that `today` names."""
    moment: datetime = database.value("clock")
    return moment
