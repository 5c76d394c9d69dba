"""What the support side tells us: applications received and months with support. Never payment."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Application(models.Model):
    """An application for ekonomiskt bistånd that has reached us: where the chain begins (R-001)."""

    class Kind(models.TextChoices):
        NEW = "new", _("New application")
        RENEWED = "renewed", _("Renewed application")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="applications")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    received_on = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEW)
    reference = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "received_on"], name="one_application_a_day")
        ]
        indexes = [models.Index(fields=["unit", "received_on"], name="application_of_unit")]


class SupportMonth(models.Model):
    """One person's month with support, in one household: the row that all month counts rest on.

    `month` is the first day of the month. Household types follow Socialstyrelsen's register
    (code 2 does not exist there); `obstacle` is the main category of försörjningshinder.
    """

    class Role(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        CO_APPLICANT = "co_applicant", _("Co-applicant")
        CHILD = "child", _("Child")

    class Obstacle(models.TextChoices):
        UNEMPLOYED = "unemployed", _("Unemployed")
        ESTABLISHMENT = "establishment", _("Unemployed with establishment benefit")
        SICK = "sick", _("On sick leave with certificate")
        SICKNESS_BENEFIT = "sickness_benefit", _("Sickness or activity compensation")
        PENSION = "pension", _("Pension")
        SOCIAL = "social", _("Social reasons")
        PARENTAL = "parental", _("Parental leave")
        FULL_TIME = "full_time", _("Works full time, income too low")
        PART_TIME = "part_time", _("Works part time, involuntarily")
        NONE = "none", _("No obstacle")
        UNKNOWN = "unknown", _("Not stated")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="support_months")
    household = models.ForeignKey("people.Household", models.PROTECT, related_name="+")
    month = models.DateField()
    role = models.CharField(max_length=20, choices=Role)
    household_type = models.SmallIntegerField()
    obstacle = models.CharField(max_length=20, choices=Obstacle, default=Obstacle.UNKNOWN)
    amount = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "month"], name="one_household_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="month_is_its_first_day"),
            models.CheckConstraint(
                condition=Q(household_type__in=[1, 3, 4, 5, 6, 7, 8, 9]),
                name="known_household_type",
            ),
        ]
        indexes = [models.Index(fields=["month", "household"], name="support_by_month")]
