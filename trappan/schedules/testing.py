"""Set the day, in tests and demo only: the app role cannot."""

from datetime import date, datetime, time

from django.utils import timezone

from trappan.schedules.models import Clock


def set_today(day: date, at: time | None = None) -> date:
    """Hold the whole system's clock at a day; at an hour of it, from which time goes on, where the hour matters.

    Without an hour the time of day goes on as it did, so that from one day to another it never goes backwards.
    """
    moved = {"shift": timezone.make_aware(datetime.combine(day, at)) - timezone.now()} if at else {}
    Clock.objects.update_or_create(only=True, defaults={"day": day, **moved})
    return day
