"""The one source of today and now (Europe/Stockholm), the same that the database's policies ask."""

from datetime import date, datetime

from django.db import connection


def today() -> date:
    """Return the day it is in Stockholm, or the day that a test or the demo has set."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT today()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


def now() -> datetime:
    """Return the moment it is, on the day that `today` names."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]
