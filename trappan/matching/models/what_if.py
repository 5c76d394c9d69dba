"""What would be different of a week's proposals: what a run was reckoned of, and what somebody asks of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.history.models import Signed
from trappan.matching.models.allocation import AllocationRun


class AllocationTown(models.Model):
    """What the latest run of a municipality was reckoned of and what came of it, without whom.

    `facts` (matching/allocation/reckoned.py) tell of everybody by their place in the queue, days of waiting, and what
    each could have: no page reads them. `activities` are those that it is about. The next run replaces it.
    """

    run = models.OneToOneField(AllocationRun, models.PROTECT, primary_key=True, related_name="+")
    activities = ArrayField(models.BigIntegerField(), default=list)
    facts = models.JSONField()


class AllocationQuestion(Signed):
    """What somebody asks would be different of a run: the row is the order, and the worker writes the answer beside it.

    `places` more at an `activity`; that activity closed, or all at its site; the other order of the rules; the queue
    set aside. `answer` (matching/allocation/difference.py) is in counts alone; empty where the run has been reckoned
    anew before it was answered. Whoever asked reads it, and it is erased by the rules (`allocation_question_days`).
    """

    class Change(models.TextChoices):
        PLACES = "places", _("More places at an activity")
        CLOSED = "closed", _("An activity is closed")
        SITE_CLOSED = "site_closed", _("A whole site is closed")
        ORDER = "order", _("The other order: who can start before wishes, or wishes before who can start")
        QUEUE = "queue", _("The queue set aside: as many as possible, however long others have waited")

    OF_ACTIVITY = (Change.PLACES, Change.CLOSED, Change.SITE_CLOSED)

    run = models.ForeignKey(AllocationRun, models.PROTECT, related_name="+")
    change = models.CharField(max_length=11, choices=Change)
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="+")
    places = models.SmallIntegerField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(change="places", places__gte=1, places__lte=300, activity__isnull=False)
                | Q(change__in=["closed", "site_closed"], places__isnull=True, activity__isnull=False)
                | Q(change__in=["order", "queue"], places__isnull=True, activity__isnull=True),
                name="question_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer__isnull=True) | Q(answered_at__isnull=False, answer__isnull=False),
                name="question_answered_is_told",
            ),
        ]

    @property
    def is_gone(self) -> bool:
        """Tell whether the run had been reckoned anew before it was answered."""
        return self.answer == {}
