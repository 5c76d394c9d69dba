"""By what a person is known again in a project, and what its leader is told: read by no role."""

from django.db import models
from django.db.models import Q

from trappan.projects.models.participation import Participation
from trappan.projects.models.project import Project
from trappan.schedules.functions import Now


class Key(models.Model):
    """By what a person is known again in a project, whichever municipality it is: the two halves of an HMAC's key.

    No role reads it; one function of the database does. Gone when the project is finished.
    """

    project = models.OneToOneField(Project, models.PROTECT, primary_key=True, related_name="+")
    inner_key = models.BinaryField()
    outer_key = models.BinaryField()


class Mark(models.Model):
    """What stands for a person in a project's counting: HMAC-SHA-256 of the personal number, by the project's key.

    Not unique, so that no row is refused for another that somebody does not see; read by no role.
    """

    participation = models.OneToOneField(Participation, models.PROTECT, primary_key=True, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    mark = models.BinaryField()


class Count(models.Model):
    """What a project's leader is told in a month (`month`, its first day): counted once, and read by no role.

    Were it counted anew each time, one that somebody has written since would be seen by the difference.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    counted = models.JSONField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "month"], name="counted_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="counted_in_a_month"),
        ]
