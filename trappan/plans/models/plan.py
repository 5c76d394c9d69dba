"""The plan and its goals."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.plans.models.case import Case


class Plan(models.Model):
    """A handlingsplan: the goal, the hours a week, how the person agreed, when it is followed up.

    A draft until decided; a decided plan is visible while the next is drafted, and is replaced
    when that is decided. `weekly_minutes` is the person's own target, not the norm. Of an
    `imported` one only days and hours are known.
    """

    class Agreed(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("On paper")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="plans")
    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    goal = models.TextField()
    weekly_minutes = models.IntegerField()
    hours_reason = models.TextField(blank=True)
    review_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=10, choices=Agreed, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)
    imported = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(decided_at=None), name="one_draft_a_case"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(decided_at__isnull=False, replaced_at=None),
                name="one_plan_in_force",
            ),
            models.CheckConstraint(
                condition=Q(weekly_minutes__gte=0, weekly_minutes__lte=40 * 60),
                name="hours_within_full_time",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None)
                | Q(imported=True)
                | (Q(agreed_on__isnull=False) & ~Q(agreed_how="")),
                name="decided_plan_is_agreed",
            ),
        ]

    @property
    def weekly_hours(self) -> float:
        return self.weekly_minutes / 60


class Goal(models.Model):
    """A delmål: a title and a date, no more; closed with what was seen.

    `unit` is the site that set it, empty for the plan's own.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="goals")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]
