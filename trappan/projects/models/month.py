"""What a municipality hands in of a project's month: the file of its participants, or that there is nothing."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.projects.models.participation import Participation
from trappan.projects.models.project import Municipality


class MonthFile(Signed):
    """One version of the file of those who took part in a month (`month`, its first day) through a municipality.

    `columns` are those of the layout of the day (layouts.py). `changes` says of how many people something is otherwise
    than in the version that was handed in before, by what it is. `are_some_apart`: five or more of the municipality's
    participants stand in no file of the unit's, somebody protected among them or whom the unit is no longer let in
    about; fewer are not told from none. Until `expires_on` the file can be taken. Written by the database's functions.
    """

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="month_files", db_index=False)
    month = models.DateField()
    version = models.PositiveSmallIntegerField()
    columns = models.JSONField()
    changes = models.JSONField(default=dict)
    are_some_apart = models.BooleanField(default=False)
    expires_on = models.DateField()
    handed_on = models.DateField(null=True)
    handed_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["-month", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "month", "version"], name="one_month_file_a_version"),
            models.CheckConstraint(condition=Q(month__day=1), name="month_file_of_a_month"),
            models.CheckConstraint(
                condition=Q(handed_on=None, handed_by=None) | Q(handed_on__isnull=False, handed_by__isnull=False),
                name="month_file_handed_in_by_somebody",
            ),
        ]


class MonthRow(models.Model):
    """What a month's file says of one participation: read by no role, handed out by one function, kept to compare.

    Deleted where the person becomes protected.
    """

    file = models.ForeignKey(MonthFile, models.PROTECT, related_name="rows", db_index=False)
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    facts = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "participation"], name="one_month_row_a_participation")]


class MonthTaking(Signed):
    """That somebody took a month's file, and when; written as it is handed out."""

    file = models.ForeignKey(MonthFile, models.PROTECT, related_name="takings")

    class Meta:
        ordering = ["-at", "-id"]


class EmptyMonth(Signed):
    """That a municipality has nothing to hand in of a month, which is something else than silence; undone by a day."""

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    undone_on = models.DateField(null=True)
    undone_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "month"], condition=Q(undone_on=None), name="one_empty_month_in_force"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="empty_month_is_a_month"),
            models.CheckConstraint(
                condition=Q(undone_on=None, undone_by=None) | Q(undone_on__isnull=False, undone_by__isnull=False),
                name="empty_month_undone_by_somebody",
            ),
        ]
