"""Changes of a placement that a site proposes, and what was answered."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.week import Week, read_week


class ProposedChange(Signed):
    """What a site proposes about a placement: another last day, other times, an end, or other tasks or another pace.

    The consultant decides; both see what became of it. An accepted one has been carried out. Tasks and pace are the
    site's own to carry out (R-255): `reason` says what is changed, `own_view` how the person sees it, and the
    consultant says yes or no, with a word, or that it is `seen`, which is as good as a yes.
    """

    class Kind(models.TextChoices):
        END = "end", _("Another last day")
        WEEK = "week", _("Other days and times")
        TASKS = "tasks", _("Other tasks or another pace")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="proposed_changes", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    from_day = models.DateField()
    week = models.CharField(max_length=300, blank=True, db_default="")
    reason = models.CharField(max_length=300)
    own_view = models.CharField(max_length=300, blank=True, db_default="")
    accepted = models.BooleanField(null=True)
    seen = models.BooleanField(db_default=False)
    answer = models.CharField(max_length=300, blank=True, db_default="")
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["placement", "kind"], condition=Q(accepted=None), name="one_change_waits"),
            models.CheckConstraint(condition=~Q(reason=""), name="change_says_why"),
            models.CheckConstraint(
                condition=Q(kind__in=["end", "tasks"], week="") | (Q(kind="week") & ~Q(week="")),
                name="change_says_what",
            ),
            models.CheckConstraint(
                condition=Q(kind="tasks") & ~Q(own_view="") | ~Q(kind="tasks") & Q(own_view=""),
                name="change_of_tasks_says_own_view",
            ),
            models.CheckConstraint(condition=Q(seen=False) | Q(accepted=True, kind="tasks"), name="tasks_are_seen"),
            models.CheckConstraint(
                condition=Q(accepted=None, decided_at=None) | Q(accepted__isnull=False, decided_at__isnull=False),
                name="change_is_decided",
            ),
            models.CheckConstraint(condition=~Q(accepted=False) | ~Q(answer=""), name="declined_change_says_why"),
        ]
        indexes = [models.Index(fields=["placement"], name="change_of_placement")]

    @property
    def times(self) -> Week | None:
        """Return the week that is proposed; None where another last day is."""
        return read_week(self.week) if self.week else None
