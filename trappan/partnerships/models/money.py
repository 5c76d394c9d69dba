"""The money of an agreement, in whole öre: budgets of a year, payments, what the partner says it cost, indexation."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement
from trappan.schedules.periods import Period
from trappan.staff.models import Membership


class Approved(Signed):
    """Money that somebody has entered and another one approves (the database compares the colleagues).

    `approved_by` and `approved_at` are the database's to write. What is not approved may be taken out.
    """

    approved_by = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Budget(Period, Approved):
    """What an agreement costs in a year, or in the part of it that the agreement covers, and who pays what (R-170–173).

    `total_ore` is what the agreement names; the two parts make it up exactly. `board` and `line` say which board of the
    municipality pays, out of which line of its budget. It never spans two years (sql/money.sql).
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="budgets", db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    total_ore = models.PositiveBigIntegerField()
    municipality_ore = models.PositiveBigIntegerField()
    partner_ore = models.PositiveBigIntegerField()
    board = models.CharField(max_length=200)
    line = models.CharField(max_length=200)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(total_ore=F("municipality_ore") + F("partner_ore")) & Q(total_ore__gt=0),
                name="budget_adds_up",
            ),
            models.CheckConstraint(condition=~Q(board="") & ~Q(line=""), name="budget_says_whose_money"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="budget_ends_after_start"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(taken_out_on=None), name="budget_approved_or_taken_out"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("author")), name="budget_approved_by_another"
            ),
            ExclusionConstraint(
                name="one_budget_at_a_time",
                expressions=[
                    (
                        Func(F("agreement_id"), F("agreement_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(taken_out_on=None),
            ),
        ]


class Payment(Approved):
    """What the municipality has paid of a budget, on a day; more than its part of the budget is refused."""

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="payments")
    paid_on = models.DateField()
    amount_ore = models.PositiveBigIntegerField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["paid_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="payment_is_something"),
            models.CheckConstraint(
                condition=Q(approved_at=None) | Q(taken_out_on=None), name="payment_approved_or_taken_out"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("author")), name="payment_approved_by_another"
            ),
        ]


class Cost(Signed):
    """What all of it has cost from the budget's first day to a day, as the partner reports. The latest holds."""

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="costs")
    as_of = models.DateField()
    amount_ore = models.PositiveBigIntegerField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-as_of", "-id"]


class Indexation(Signed):
    """By how much a new year's budget is more than the last one's, from a day on: hundredths of a percent.

    200 is 2 %. The latest from on or before the new budget's first day holds. `source` says what it follows.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="indexations", db_index=False)
    starts_on = models.DateField()
    basis_points = models.IntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(basis_points__gte=-5000, basis_points__lte=5000), name="indexation_is_likely"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="indexation_says_its_source"),
            models.UniqueConstraint(fields=["agreement", "starts_on"], name="one_indexation_a_day"),
        ]
