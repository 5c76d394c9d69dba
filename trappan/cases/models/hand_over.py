"""Cases on their way from one colleague to another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class HandOver(models.Model):
    """A case handed to a colleague, who receives it or sends it back: it is never nobody's meanwhile.

    `seat` says which of the case's two colleagues changes. A colleague who hands over keeps the
    case until it is received; what a social worker or a head gives out is the receiver's at once,
    and its receipt is noted. A consultant who waits to receive reads, and one who had the case reads
    on for the rule set's days: the database refuses both to write (R-006). Social workers of a unit
    share its files and write before and after. Written by the database's functions alone.
    """

    class Seat(models.TextChoices):
        RESPONSIBLE = "responsible", _("Consultant")
        SOCIAL_WORKER = "social_worker", _("Social worker")

    class Answer(models.TextChoices):
        RECEIVED = "received", _("Received")
        SENT_BACK = "sent_back", _("Sent back")
        TAKEN_BACK = "taken_back", _("Taken back")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="hand_overs")
    seat = models.CharField(max_length=15, choices=Seat)
    giver = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    receiver = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    offered_at = models.DateTimeField(db_default=Now())
    answer = models.CharField(max_length=12, choices=Answer, blank=True, default="", db_default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True, default="", db_default="")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["offered_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "seat"], condition=Q(answer=""), name="one_hand_over_a_seat"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="answer_has_its_time",
            ),
            models.CheckConstraint(condition=~Q(answer="sent_back") | ~Q(reason=""), name="sent_back_says_why"),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="handed_to_somebody_else"),
        ]
        indexes = [models.Index(fields=["receiver"], condition=Q(answer=""), name="handed_to_somebody")]
