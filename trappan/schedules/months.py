"""Calendar months as their first day, and steps between them."""

from datetime import date, timedelta


def month_of(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """Return the first day of the month after."""
    return (month.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_later(day: date) -> date:
    """Return the same day a month later, or that month's last day where it has no such day."""
    first = next_month(day)
    last = next_month(first) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def months_between(first: date, last: date) -> list[date]:
    """Return every month from the first day's to the last day's, both included."""
    months = [month_of(first)]
    while months[-1] < month_of(last):
        months.append(next_month(months[-1]))
    return months


def months_after(month: date, count: int) -> date:
    """Return the first day of the month so many months after, or before where count is negative."""
    whole = month.year * 12 + month.month - 1 + count
    return date(whole // 12, whole % 12 + 1, 1)
