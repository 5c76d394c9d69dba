"""Rows that hold for a time: one way to ask which do, and half-open in the database everywhere.

`starts_on` is the first day and `ends_on` the first day after, empty where no end is known. On pages
and papers people read the last day, inclusive.
"""

from datetime import date, timedelta
from typing import Any, Self, TypeVar, overload

from django.db import models
from django.db.models import Q

from trappan.database.written import Given
from trappan.schedules.functions import Today

Row = TypeVar("Row", bound=models.Model)


@overload
def day_before(ends_on: date) -> date: ...
@overload
def day_before(ends_on: date | None) -> date | None: ...
def day_before(ends_on: date | None) -> date | None:
    """Return the last day of what ends on a day, as people and files say it; None where no end is known."""
    return ends_on and ends_on - timedelta(days=1)


class PeriodQuerySet(models.QuerySet[Row]):
    """The questions to a table of periods; a day may also be the database's own `Today()`, or one given later."""

    def lasting(self, day: date | Today | Given) -> Self:
        """Keep those that have not ended by a day: they go on, or are to come."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def on(self, day: date | Today | Given) -> Self:
        """Keep those that hold on a day."""
        return self.lasting(day).filter(starts_on__lte=day)

    def in_force(self) -> Self:
        """Keep those that hold today; the day is the database's."""
        return self.on(Today())


class Period(models.Model):
    """A row that holds from its first day until the day before `ends_on`."""

    starts_on: "models.DateField[Any, Any]"
    ends_on: "models.DateField[Any, Any]"

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def last_on(self) -> date | None:
        """Return the last day, as people say it; None where no end is known."""
        ends_on: date | None = self.ends_on
        return day_before(ends_on)

    def covers(self, day: date) -> bool:
        """Tell whether the row holds on a day."""
        return bool(self.starts_on <= day and (self.ends_on is None or day < self.ends_on))
