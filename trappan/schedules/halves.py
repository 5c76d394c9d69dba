"""Half-years as their first day: spring from January, autumn from July."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from trappan.schedules.months import months_after


def half_of(day: date) -> date:
    """Return the first day of the day's half-year."""
    return date(day.year, 1 if day.month < 7 else 7, 1)


def half_after(half: date, count: int = 1) -> date:
    """Return the first day of the half-year so many after, or before where count is negative."""
    return months_after(half, 6 * count)


def last_day(half: date) -> date:
    """Return the last day of a half-year."""
    return half_after(half) - timedelta(days=1)


def half_in_words(half: date) -> str:
    """Name a half-year within a sentence: spring 2027."""
    words = _("spring %(year)s") if half.month == 1 else _("autumn %(year)s")
    return words % {"year": half.year}
