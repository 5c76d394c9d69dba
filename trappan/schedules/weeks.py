"""Weeks as their Monday, in the numbers of ISO 8601: a week is of the year, and of the month, of its Thursday."""

from datetime import date, timedelta

from trappan.schedules.months import month_of


def month_of_week(monday: date) -> date:
    """Return the first day of the month that a week is of."""
    return month_of(monday + timedelta(days=3))


def months_within(monday: date) -> set[date]:
    """Return the months that have a day in a week: one or two."""
    return {month_of(monday), month_of(monday + timedelta(days=6))}


def written(monday: date) -> str:
    """Return a week as it is written for machines: 2026-W53."""
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(text: str) -> date:
    """Return the Monday of a week written as 2026-W40. ValueError for one that there is not, such as 2025-W53."""
    year, _, week = text.partition("-W")
    if len(year) != 4 or len(week) != 2:
        raise ValueError(text)
    return date.fromisocalendar(int(year), int(week), 1)
