"""Work that an own department orders from a crew: who ordered, what was made."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.activities.models.activity import Activity
from trappan.activities.models.crew import CrewJob
from trappan.employers.models import Workplace
from trappan.history.models import Signed


class CrewOrder(Signed):
    """Something that an own department orders from the crews of an activity: a footbridge, pennants.

    `ordered_for` is what department and workplace were called then, since a site reads of no employer: the database
    writes it. The site takes it as a job of a crew, or says why not (`declined`); `made` says what came of it, for all
    of the municipality to see.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="orders")
    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="+")
    ordered_for = models.CharField(max_length=200)
    what = models.CharField(max_length=200)
    wanted_by = models.DateField(null=True, blank=True)
    job = models.OneToOneField(CrewJob, models.PROTECT, null=True, related_name="+")
    declined = models.CharField(max_length=200, blank=True, db_default="")
    made = models.CharField(max_length=300, blank=True, db_default="")
    made_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="order_says_what"),
            models.CheckConstraint(condition=Q(declined="") | Q(job=None, made=""), name="declined_is_not_made"),
            models.CheckConstraint(
                condition=Q(made="", made_on=None) | (~Q(made="") & Q(made_on__isnull=False, job__isnull=False)),
                name="made_says_what_and_when",
            ),
        ]

    @property
    def state(self) -> str:
        """Name what became of it: waits, declined, taken or made."""
        if self.made:
            return "made"
        if self.declined:
            return "declined"
        return "taken" if self.job_id else "waits"

    @property
    def state_in_words(self) -> str:
        """Say what became of it."""
        words = {"made": _("Made"), "declined": _("No"), "taken": _("Being made"), "waits": _("Waits for an answer")}
        return str(words[self.state])
