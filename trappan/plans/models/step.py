"""Steps that a person has come to, what each rests on, and those that a site proposes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.plans.models.ladder import LadderStep


class StepEvidence(models.Model):
    """What a move on the ladder rests on: something seen, a reached goal, why it went back, or the person's own words.

    Plan scope, so that a workplace which knows the step does not read what was written of it.
    """

    class Kind(models.TextChoices):
        OBSERVATION = "observation", _("Observation")
        GOAL = "goal", _("Reached goal")
        REASON = "reason", _("Reason for a step back")
        CORRECTION = "correction", _("Correction")
        OWN = "own", _("The person's own words")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OBSERVATION)
    text = models.TextField()
    goal = models.ForeignKey("plans.Goal", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="evidence_is_written"),
            models.CheckConstraint(
                condition=Q(goal=None) | Q(kind__in=["goal", "reason", "correction"]), name="goal_is_evidence_of_a_goal"
            ),
        ]


class StepMove(Signed):
    """An arrival on a step, assessed by staff or rated by the person. Never a gate.

    What staff assess rests on evidence; a move back on its reason. A mistake is corrected by a new
    row that points at the wrong one, which stays and is marked. Time on a step is derived from the
    next arrival.
    """

    class RatedBy(models.TextChoices):
        STAFF = "staff", _("Staff")
        PARTICIPANT = "participant", _("The person")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="moves")
    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="+")
    day = models.DateField()
    rated_by = models.CharField(max_length=12, choices=RatedBy, default=RatedBy.STAFF)
    evidence = models.OneToOneField(StepEvidence, models.PROTECT, null=True, blank=True, related_name="move")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")
    corrected = models.BooleanField(default=False, db_default=False)
    imported = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "day", "rated_by"], condition=Q(corrected=False), name="one_rating_a_day"
            ),
            models.CheckConstraint(
                condition=Q(rated_by="participant") | Q(imported=True) | Q(evidence__isnull=False),
                name="staff_say_what_they_saw",
            ),
        ]


class ProposedStep(Signed):
    """A move on the ladder that a site proposes, with the evidence that it has itself.

    The consultant decides: accepted, it becomes a move that rests on the same words; declined, it
    says why. Both see what became of it.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="+")
    evidence = models.TextField()
    day = models.DateField()
    accepted = models.BooleanField(null=True)
    answer = models.CharField(max_length=300, blank=True, db_default="")
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(evidence=""), name="proposed_step_has_evidence"),
            models.UniqueConstraint(fields=["person", "unit"], condition=Q(accepted=None), name="one_step_waits"),
            models.CheckConstraint(
                condition=Q(accepted=None, decided_at=None) | Q(accepted__isnull=False, decided_at__isnull=False),
                name="proposed_step_is_decided",
            ),
            models.CheckConstraint(condition=~Q(accepted=False) | ~Q(answer=""), name="declined_step_says_why"),
        ]
