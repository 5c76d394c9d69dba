"""How a placement at an employer ended, as the employer tells it when the last day has passed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models.agreement import Agreement
from trappan.agreements.models.link import Statement
from trappan.history.models import Signed
from trappan.people.models import Person


class Ending(Signed):
    """What an employer tells of a placement that is over: how it went, and what it led to.

    `ends_on` is the first day after the end that it tells of, and the database's to write: where the placement was let
    go on afterwards it tells of another end than today's, and is kept as that. It is taken in from the answer by a
    link (`statement`, whose words the database copies), or written by a colleague on the telephone. `unanswered` says
    that nobody at the employer could be reached. `hours` are all hours that the person was there, within the days.
    `shown_on` is the day on which somebody went through it with the person, and `own_words` what the person says of it.
    A slip is taken back, and kept. An exit never follows from it by itself.
    """

    class How(models.TextChoices):
        LINK = "link", _("By link and code")
        PHONE = "phone", _("On the telephone")

    class Went(models.TextChoices):
        COMPLETED = "completed", _("Completed as agreed")
        PARTLY = "partly", _("Partly: it ended before")
        NOT_STARTED = "not_started", _("Did not start")
        UNANSWERED = "unanswered", _("Nobody at the employer has answered")

    class Initiative(models.TextChoices):
        EMPLOYER = "employer", _("The employer")
        PARTICIPANT = "participant", _("The participant")
        MUNICIPALITY = "municipality", _("The municipality")
        TOGETHER = "together", _("All together")

    class Again(models.TextChoices):
        YES = "yes", _("Yes")
        PERHAPS = "perhaps", _("Perhaps")
        NO = "no", _("No")

    class LedTo(models.TextChoices):
        HERE = "here", _("Yes, with the employer")
        ELSEWHERE = "elsewhere", _("Yes, somewhere else")
        NO = "no", _("No, not as far as is known")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="endings")
    ends_on = models.DateField()
    how = models.CharField(max_length=5, choices=How)
    statement = models.ForeignKey(Statement, models.PROTECT, null=True, related_name="+")
    told_by = models.CharField(max_length=201, blank=True)
    went = models.CharField(max_length=12, choices=Went)
    initiative = models.CharField(max_length=12, choices=Initiative, blank=True)
    hours = models.PositiveSmallIntegerField(null=True, blank=True)
    again = models.CharField(max_length=8, choices=Again, blank=True)
    led_to = models.CharField(max_length=10, choices=LedTo, blank=True)
    words = models.CharField(max_length=1000, blank=True)
    shown_on = models.DateField(null=True, blank=True)
    own_words = models.CharField(max_length=500, blank=True, db_default="")
    taken_back_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "ends_on"], condition=Q(taken_back_at=None), name="one_ending_an_end"
            ),
            models.UniqueConstraint(
                fields=["statement"], condition=Q(taken_back_at=None), name="one_ending_a_statement"
            ),
            models.CheckConstraint(
                condition=Q(how="link", statement__isnull=False) | Q(how="phone", statement=None),
                name="ending_by_link_has_its_statement",
            ),
            models.CheckConstraint(
                condition=Q(initiative="") | Q(went__in=["partly", "not_started"]), name="initiative_of_what_broke_off"
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(went__in=["completed", "partly"], hours__gt=0), name="hours_of_what_began"
            ),
            models.CheckConstraint(
                condition=Q(went="unanswered", how="phone", told_by="", again="", led_to="", words="")
                | (~Q(went="unanswered") & ~Q(told_by="")),
                name="unanswered_tells_nothing",
            ),
            models.CheckConstraint(
                condition=Q(went__in=["completed", "partly", "not_started", "unanswered"])
                & Q(initiative__in=["", "employer", "participant", "municipality", "together"])
                & Q(again__in=["", "yes", "perhaps", "no"])
                & Q(led_to__in=["", "here", "elsewhere", "no"]),
                name="ending_says_what_was_asked",
            ),
            models.CheckConstraint(condition=Q(own_words="") | Q(shown_on__isnull=False), name="own_words_when_shown"),
        ]

    @property
    def is_answered(self) -> bool:
        """Tell whether somebody at the employer has told anything."""
        return self.went != self.Went.UNANSWERED
