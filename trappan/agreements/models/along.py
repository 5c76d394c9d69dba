"""Following along: that somebody spoke with the person, or with the employer, after the start."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models.agreement import Agreement
from trappan.history.models import Signed
from trappan.people.models import Person


class AlongContact(Signed):
    """That somebody spoke with one of the two about how it goes, and when they speak next if that is promised.

    `next_on` is the promised day. Where none is promised it follows from the rhythm (sql/along.sql). Never changed: the
    next one is a new row.
    """

    class With(models.TextChoices):
        PERSON = "person", _("The participant")
        EMPLOYER = "employer", _("The employer")

    class Way(models.TextChoices):
        VISIT = "visit", _("At the workplace")
        PHONE = "phone", _("On the telephone")
        MEETING = "meeting", _("At a meeting elsewhere")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="along")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    with_whom = models.CharField(max_length=10, choices=With)
    day = models.DateField()
    way = models.CharField(max_length=10, choices=Way)
    text = models.CharField(max_length=1000)
    next_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="along_says_how_it_goes"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("day")), name="next_contact_comes_after"
            ),
        ]
