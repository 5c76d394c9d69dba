"""Set the day, in tests and demo only: the app role cannot."""

from datetime import date

from trappan.schedules.models import Clock


def set_today(day: date) -> date:
    """Hold the whole system's clock at a day."""
    Clock.objects.update_or_create(only=True, defaults={"day": day})
    return day
