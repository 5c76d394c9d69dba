"""What the support side tells us: applications received and months with support. Never payment."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.history.models import Signed
from trappan.schedules.periods import Period


class Application(models.Model):
    """An application for ekonomiskt bistånd that has reached us: where the chain begins (R-001).

    `waits` until a case is open or the application falls; the database keeps it, so that the few
    that wait are found without asking for every one there ever was. What was decided is taken over
    from the support system, with that system's own reference: the decision is never made here. One that
    was taken in by mistake stays, taken back with its reason, and counts as none.
    """

    class Kind(models.TextChoices):
        NEW = "new", _("New application")
        RENEWED = "renewed", _("Renewed application")

    class Result(models.TextChoices):
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", pgettext_lazy("application", "Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="applications", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_index=False)
    received_on = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEW)
    reference = models.CharField(max_length=60, blank=True)
    result = models.CharField(max_length=10, choices=Result, blank=True, db_default="")
    decided_on = models.DateField(null=True, blank=True)
    result_reference = models.CharField(max_length=60, blank=True, db_default="")
    waits = models.BooleanField(default=True, db_default=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_because = models.CharField(max_length=200, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "received_on"], condition=Q(taken_back_at=None), name="one_application_a_day"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False, result="") & ~Q(taken_back_because="")),
                name="taken_back_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(result="", decided_on=None) | (~Q(result="") & Q(decided_on__gte=F("received_on"))),
                name="result_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "received_on"], name="application_of_person"),
            models.Index(fields=["unit", "received_on"], name="application_of_unit"),
            models.Index(fields=["unit", "received_on"], condition=Q(waits=True), name="application_waits"),
        ]


class SupportMonth(models.Model):
    """One person's month with support, in one household: the row that all month counts rest on.

    `month` is the first day of the month. `household_type` and `obstacle` (försörjningshinder) are
    codes of the dated tables in `rules`.
    """

    class Role(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        CO_APPLICANT = "co_applicant", _("Co-applicant")
        CHILD = "child", _("Child")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="support_months", db_index=False)
    household = models.ForeignKey("people.Household", models.PROTECT, related_name="+")
    month = models.DateField()
    role = models.CharField(max_length=20, choices=Role)
    household_type = models.SmallIntegerField()
    obstacle = models.CharField(max_length=20, default="unknown")
    amount = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "month"], name="one_household_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="month_is_its_first_day"),
        ]
        indexes = [
            # Holds all that is asked of a whole month, so that no row need be fetched.
            models.Index(fields=["month", "person"], include=["household", "role", "obstacle"], name="support_of_month")
        ]


class Elsewhere(Period):
    """Months in which the person lived in another municipality, and what is known of support there.

    From `starts_on` to `ends_on`, both first days of months, half-open. Unknown is a value of its
    own: nobody guesses, and every count that hangs on it says so.
    """

    class Support(models.TextChoices):
        YES = "yes", _("Had support there")
        NO = "no", _("Had no support there")
        UNKNOWN = "unknown", _("Not known")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="elsewhere")
    municipality = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    support = models.CharField(max_length=10, choices=Support, default=Support.UNKNOWN)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on"), starts_on__day=1, ends_on__day=1),
                name="elsewhere_is_whole_months",
            ),
            ExclusionConstraint(
                name="one_municipality_at_a_time",
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Correction(Signed):
    """That a month with support, or months elsewhere, were wrong: what stood before (`was`), and why.

    `month` is the first day of what was wrong, `taken_out` says that nothing took its place. What has been put right
    here no import writes over; so the month that another one was moved to has a row too, in which nothing stood. Made
    by the database's functions (sql/correction.sql), and never changed.
    """

    class About(models.TextChoices):
        MONTH = "month", _("A month with support")
        ELSEWHERE = "elsewhere", _("Months in another municipality")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    about = models.CharField(max_length=10, choices=About)
    month = models.DateField()
    was = models.JSONField()
    taken_out = models.BooleanField(default=False, db_default=False)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "-at"], name="correction_of_person")]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="corrected_for_a_reason")]
