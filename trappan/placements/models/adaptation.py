"""What a site is asked to adapt for somebody, in words written for it, and what it answers that it can do."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement


class Adaptation(Signed):
    """What the person and the consultant have agreed to tell the site, by the person's consent, and its answer.

    `text` is written for the site and is its own: never the kartläggning's, and never why. The site of the placement
    reads it while the consent stands and the placement goes on; one text at a time. Withdrawn, also by the
    consent that a partner's placement rests on, it is gone from the site at once, and stays with those who hold
    the plan. `read_at` says that a consultant has read the answer.
    """

    class How(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("On paper")

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, we can")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No, we cannot")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="adaptations")
    text = models.CharField(max_length=500)
    consented_how = models.CharField(max_length=10, choices=How)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True, db_default="")
    answer_words = models.CharField(max_length=300, blank=True, db_default="")
    answered_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["placement"], condition=Q(withdrawn_at=None), name="one_adaptation_stands"),
            models.CheckConstraint(condition=~Q(text=""), name="adaptation_is_written"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="adaptation_is_answered",
            ),
            models.CheckConstraint(
                condition=~Q(answer__in=["partly", "no"]) | ~Q(answer_words=""), name="adaptation_says_what_it_cannot"
            ),
        ]
