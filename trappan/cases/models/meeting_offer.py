"""Times of a meeting that the person is offered, to choose among on the own pages."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BigIntegerField, BooleanField, F, Func, Q
from django.db.models.expressions import Combinable

from trappan.cases.models.case import Case
from trappan.cases.models.meeting import Meeting
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


def reader() -> Func:
    """Ask with which membership the answer to an offer stands."""
    return Func(F("case_id"), F("colleague_id"), function="cases_offer_reader", output_field=BigIntegerField())


class MeetingOfferQuerySet(models.QuerySet["MeetingOffer"]):
    """The questions to offers of times."""

    def with_reader(self) -> Self:
        """Add with which membership an answer stands until it is read (`reader`)."""
        return self.annotate(reader=reader())

    def standing_with(self, who: Combinable) -> Self:
        """Keep those whose answer stands with a membership."""
        return self.alias(reader=reader()).filter(reader=who)

    def with_open(self) -> Self:
        """Add whether the person may choose, or change, now (`is_open`)."""
        return self.annotate(is_open=Func(F("pk"), function="cases_offer_is_open", output_field=BooleanField()))


class MeetingOffer(models.Model):
    """Two to five times that a colleague offers the person, to choose one on the own pages until a day.

    `meeting` is what is booked: what the person has chosen, or the meeting that is offered other times. `answered_at`
    is when the person last chose, or said in own words (`said`) that none suits; `read_at` when the colleague has read
    it. Whoever has chosen may change among the times until the day; it ends (`ended_at`) where none suits, when the
    colleague withdraws it or offers anew, with hand-over, closing and protection, and where others end its meeting.
    `until` is the day after the last.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="meeting_offers")
    colleague = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    starts = ArrayField(models.DateTimeField())
    minutes = models.PositiveSmallIntegerField()
    how = models.CharField(max_length=10, choices=Meeting.How)
    place = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=200)
    interpreter = models.CharField(max_length=40, blank=True)
    until = models.DateField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    said = models.CharField(max_length=500, blank=True, db_default="")
    made_at = models.DateTimeField(db_default=Now())
    answered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = MeetingOfferQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "colleague"], condition=Q(ended_at=None), name="one_open_offer_a_colleague"
            ),
            models.CheckConstraint(
                condition=Q(starts__len__gte=2, starts__len__lte=5), name="offer_has_two_to_five_times"
            ),
            models.CheckConstraint(
                condition=Q(said="") | Q(answered_at__isnull=False, ended_at__isnull=False),
                name="none_suits_ends_the_offer",
            ),
        ]
