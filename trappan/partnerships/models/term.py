"""What stands in an agreement: commitments of both sides and whether they are kept, goals that it serves, annexes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement
from trappan.schedules.periods import Period


class Commitment(Signed):
    """What one side has promised in an agreement (R-201); one that was written down wrongly is taken out."""

    class Side(models.TextChoices):
        MUNICIPALITY = "municipality", _("The municipality")
        PARTNER = "partner", _("The partner")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="commitments")
    side = models.CharField(max_length=15, choices=Side)
    text = models.CharField(max_length=300)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["side", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="commitment_says_what")]

    def __str__(self) -> str:
        return self.text

    @property
    def latest(self) -> "CommitmentState | None":
        """Return where it stands, as it was last said; None where nobody has said anything."""
        return next(iter(self.states.all()), None)


class CommitmentState(Signed):
    """Whether a commitment was kept as of a day, with a word on what that rests on. The latest holds."""

    class State(models.TextChoices):
        KEPT = "kept", _("Kept")
        PARTLY = "partly", _("Kept in part")
        NOT = "not", _("Not kept")
        NOT_YET = "not_yet", _("Not due yet")

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="states")
    state = models.CharField(max_length=10, choices=State)
    as_of = models.DateField()
    word = models.CharField(max_length=300)

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(word=""), name="state_says_on_what")]


class ServedGoal(Period, Signed):
    """A goal of the municipality's own that an agreement serves, and the period that the goal is for (R-174)."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="goals")
    wording = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(wording=""), name="served_goal_says_what"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="served_goal_ends_after_start"
            ),
        ]


class Annex(Signed):
    """A file that belongs to an agreement, with which version it is (R-176, R-203), for example of the GA model.

    The file is `documents.File`, typed by its content and seen only through this row. A wrong one is withdrawn with a
    reason: it is kept, and nobody opens it any more.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="annexes")
    file = models.OneToOneField("documents.File", models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    version = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="annex_has_a_title"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                name="withdrawn_annex_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title
