"""What an agreement with a partner is to bring about: from and to what level, evaluated when, and what came of it."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from trappan.history.models import Signed
from trappan.insight.models.goal import Goal


class EffectGoal(Signed):
    """An effect that an agreement is to have, in the agreement's own words (R-205, R-208).

    It goes from `baseline` as it was on `baseline_on`, where anybody knew it, to `level`, where the agreement says one,
    and is evaluated on `evaluate_on`. `definition` says of whom it is counted and how; where nobody has said it no
    result has a value. Without either nothing is said to be reached. `indicator` names the figure that is nearest,
    where there is one (insight/indicators). All of it stands as it was written; what was written wrongly is taken out.
    """

    agreement = models.ForeignKey("partnerships.Agreement", models.PROTECT, related_name="effect_goals")
    wording = models.CharField(max_length=300)
    definition = models.CharField(max_length=1000, blank=True)
    indicator = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    direction = models.CharField(max_length=10, choices=Goal.Direction, default=Goal.Direction.AT_LEAST)
    level = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    unit = models.CharField(max_length=10, choices=Goal.Unit)
    evaluate_on = models.DateField()
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["evaluate_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(wording=""), name="effect_says_what"),
            models.CheckConstraint(
                condition=Q(baseline=None, baseline_on=None) | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="baseline_is_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(baseline_on=None) | Q(evaluate_on__gt=F("baseline_on")), name="effect_comes_after_baseline"
            ),
            models.UniqueConstraint(
                fields=["agreement", "wording", "evaluate_on"], condition=Q(taken_out_on=None), name="one_effect_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    def holds(self, value: Decimal) -> bool | None:
        """Tell whether a value is at the level or on the right side of it; None where there is no level."""
        if self.level is None:
            return None
        return value >= self.level if self.direction == Goal.Direction.AT_LEAST else value <= self.level


class EffectResult(Signed):
    """What an evaluation of an effect goal said, as of a day, and who evaluated. Never changed; the latest stands.

    A value only where the goal says how it is counted.
    """

    goal = models.ForeignKey(EffectGoal, models.PROTECT, related_name="results")
    as_of = models.DateField()
    value = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    text = models.CharField(max_length=1000)
    evaluated_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(evaluated_by=""), name="evaluation_says_what_and_who")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_early(self) -> bool:
        """Tell whether this is of a day before the evaluation's, so that it decides nothing."""
        return self.as_of < self.goal.evaluate_on

    @property
    def is_reached(self) -> bool | None:
        """Tell whether the goal is reached by this; None where there is no value or level, or it is too early."""
        return None if self.value is None or self.is_early else self.goal.holds(self.value)
