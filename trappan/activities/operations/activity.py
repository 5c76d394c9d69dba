"""Describe what an activity holds, and add themes to its plan."""

from datetime import date
from typing import Any

from django.db import transaction

from trappan.activities.models import Activity, Theme
from trappan.activities.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusing
from trappan.refusals.editions import lock_edition


@transaction.atomic
def describe(*, activity: Activity, edition: str = "", **fields: Any) -> None:
    """Say, as the leader of the site, what an activity holds and whom it suits.

    Refused where somebody else has described it since `edition`.
    """
    lock_edition(activity, fields, edition)
    with refusing(NO):
        Activity.objects.filter(pk=activity.pk).update(**fields)
    record("activities.describe", unit_id=activity.unit_id, activity=activity.pk)


@transaction.atomic
def add_theme(*, activity: Activity, title: str, starts_on: date, ends_on: date, text: str = "") -> None:
    """Put a theme into a group activity's plan, from a day up to another."""
    with refusing(NO):
        Theme.objects.create(
            activity=activity, title=title.strip(), text=text.strip(), starts_on=starts_on, ends_on=ends_on
        )
    record("activities.add_theme", unit_id=activity.unit_id, activity=activity.pk)
