"""Requests to take part: with hours, from a month, on what basis, and how each was received."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.history.models import CurrentActor
from trappan.plans.models import Consultation
from trappan.requirement.models.replaceable import Replaceable
from trappan.schedules.functions import Now


class ActivityRequest(Replaceable):
    """A begäran: the person is asked to take part, with these hours, from a month, on this basis.

    `basis` is the rule set's text as it was that day. `consultation` is the one with the Employment
    Service that it rests on. Received when the person has got it, however;
    `registered_on` is the day somebody ticked that it is entered by hand at the Employment Service.
    """

    class Received(models.TextChoices):
        HANDED = "handed", _("Handed over in a meeting")
        LETTER = "letter", _("By letter, confirmed")
        DIGITAL = "digital", _("By the municipality's e-service")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="requests")
    case = models.ForeignKey(Case, models.PROTECT, related_name="requests", db_index=False)
    first_month = models.DateField()
    weekly_minutes = models.IntegerField()
    basis = models.TextField()
    reference = models.CharField(max_length=60, blank=True, db_default="")
    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    made_at = models.DateTimeField(db_default=Now())
    received_on = models.DateField(null=True, blank=True)
    received_how = models.CharField(max_length=10, choices=Received, blank=True)
    registered_on = models.DateField(null=True, blank=True)

    class Meta(Replaceable.Meta):
        abstract = False
        ordering = ["-made_at", "-id"]
        constraints = [
            *Replaceable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(weekly_minutes__gte=0, weekly_minutes__lte=40 * 60), name="request_within_full_time"
            ),
            models.CheckConstraint(condition=Q(first_month__day=1), name="request_from_a_month"),
            models.UniqueConstraint(
                fields=["case", "first_month"], condition=Q(replaced_at=None), name="one_request_a_month"
            ),
            models.CheckConstraint(
                condition=Q(received_on=None, received_how="") | (Q(received_on__isnull=False) & ~Q(received_how="")),
                name="receipt_has_day_and_way",
            ),
        ]
