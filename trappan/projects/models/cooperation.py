"""What municipalities of a project do together beside what comes of its participants: goals, evidence, gatherings."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.projects.models.project import Municipality, Project


class CooperationGoal(Signed):
    """What a project is to reach beside its participants' results, and what would show that it has (R-186).

    In words alone: no number stands for it, and nothing is called reached by itself. `due_on` is the day by which it
    should be so.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="cooperation_goals", db_index=False)
    wording = models.CharField(max_length=300)
    shown_by = models.CharField(max_length=300)
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "wording"], name="one_cooperation_goal_a_wording"),
            models.UniqueConstraint(fields=["id", "project"], name="project_of_cooperation_goal"),
            models.CheckConstraint(condition=~Q(wording="") & ~Q(shown_by=""), name="cooperation_goal_says_what"),
        ]

    def __str__(self) -> str:
        return self.wording


class Evidence(Signed):
    """Something that has happened and shows how far a cooperation goal has come; it names nobody.

    Written by whoever leads the project, or in the name of a `municipality` by its coordinating unit; read by
    everybody in the project. Never changed: what was wrong is taken out (`taken_out_on`) and written anew.
    """

    class Kind(models.TextChoices):
        MEETING = "meeting", _("A meeting held")
        AGREEMENT = "agreement", _("An agreement made")
        ROLE = "role", _("A role created")
        OTHER = "other", _("Something else")

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    goal = models.ForeignKey(CooperationGoal, models.PROTECT, related_name="evidence")
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    words = models.CharField(max_length=500)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="evidence_says_what")]


class Gathering(Signed):
    """A seminar or another event of a project that was held: where, on what, for whom, and how many came (R-081).

    `came` counts everybody who was there, also those who take part in nothing: nobody is written down.
    `target_groups` are codes, in force on its day. Written and taken out as evidence is.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField()
    venue = models.CharField(max_length=150)
    theme = models.CharField(max_length=200)
    came = models.PositiveIntegerField()
    target_groups = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        indexes = [models.Index(fields=["project", "-day"], name="gathering_of_project")]
        constraints = [models.CheckConstraint(condition=~Q(venue="") & ~Q(theme=""), name="gathering_says_what")]
