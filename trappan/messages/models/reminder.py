"""What a person is to be reminded of, how the person wants it, and when nobody reminds."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.people.models import Person
from trappan.schedules.functions import Now
from trappan.schedules.periods import Period


class Reminder(models.Model):
    """Something at `starts_at` that its person is to be reminded of: made in the transaction that books it.

    `about_table` and `about_row` name what it is; the higher room whose it is writes the row by a trigger of its own,
    and `stopped_at` when it no longer holds: `off` is moved or called off, `over` that the case has ended, after which
    nothing is sent. `moved` says that it stands in the place of something else, so that the person is told though the
    usual moment has passed. When it is sent is never kept: it follows from the rules in force (`messages_due_kind`).

    `kind` is what the person is told. Of one day (`about_day`) of what goes on for months there is a row when it is to
    be reminded of, never before: `remind_day` that it comes, `day_off` that it is called off for everybody, `day_on`
    that it is held after all. Where several days are off, or on again, they are told of at once: `last_day` is the last
    of them, and empty where it is one.
    """

    class Kind(models.TextChoices):
        REMIND = "remind", _("Something booked")
        REMIND_DAY = "remind_day", _("A day in the schedule")
        DAY_OFF = "day_off", _("A day called off for everybody")
        DAY_ON = "day_on", _("A day held after all")

    class Why(models.TextChoices):
        OFF = "off", _("Moved or called off")
        OVER = "over", _("The case has ended")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_index=False)
    about_table = models.CharField(max_length=40)
    about_row = models.BigIntegerField()
    about_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    kind = models.CharField(max_length=10, choices=Kind, db_default="remind")
    starts_at = models.DateTimeField()
    booked_at = models.DateTimeField(db_default=Now())
    moved = models.BooleanField(db_default=False)
    stopped_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=4, choices=Why, blank=True, db_default="")

    class Meta:
        db_table = "messages_reminder"
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["about_table", "about_row"], condition=Q(about_day=None), name="reminded_of_once"
            ),
            models.UniqueConstraint(
                fields=["about_table", "about_row", "about_day", "kind"],
                condition=Q(about_day__isnull=False, stopped_at=None),
                name="told_of_a_day_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="remind", about_day=None)
                | Q(kind__in=["remind_day", "day_off", "day_on"], about_day__isnull=False),
                name="reminder_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(kind__in=["day_off", "day_on"], last_day__gt=F("about_day")),
                name="told_of_several_days",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None, why="") | Q(stopped_at__isnull=False, why__in=["off", "over"]),
                name="stopped_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at"], name="reminder_starts_at"),
            models.Index(fields=["about_row", "about_day"], name="reminder_of_days", condition=~Q(about_day=None)),
        ]


class Wish(Signed):
    """How a person wants to be reminded, asked once and written down: the way, the language, and how much is said.

    `tells_time` is the person's yes to day and time standing in the message, where whoever lies near the telephone
    reads them too. Without a row the least is said, in Swedish, to the telephone or else by mail. A row without a `way`
    is the person's choice of language on the own pages, with nobody as its author: the rest is as without a row.
    """

    class Way(models.TextChoices):
        SMS = "sms", _("Text message")
        EMAIL = "email", _("E-mail")
        MAILBOX = "mailbox", _("Digital mailbox")
        LETTER = "letter", _("Letter on paper")
        NONE = "none", _("No reminders")

    class Language(models.TextChoices):
        SWEDISH = "sv", _("Swedish")
        PLAIN = "plain", _("Plain Swedish")
        ENGLISH = "en", _("English")
        ARABIC = "ar", _("Arabic")
        UKRAINIAN = "uk", _("Ukrainian")
        SOMALI = "so", _("Somali")

    person = models.OneToOneField(Person, models.PROTECT, related_name="+")
    way = models.CharField(max_length=7, choices=Way, blank=True)
    language = models.CharField(max_length=5, choices=Language)
    tells_time = models.BooleanField()

    class Meta:
        db_table = "messages_wish"
        constraints = [
            models.CheckConstraint(
                condition=Q(way__in=["", "sms", "email", "mailbox", "letter", "none"]), name="wish_of_a_known_way"
            ),
            models.CheckConstraint(
                condition=Q(language__in=["sv", "plain", "en", "ar", "uk", "so"]), name="wish_of_a_known_language"
            ),
        ]


class Pause(Period, Signed):
    """Days on which a person is reminded of nothing, with the reason; it always has a last day, which may be moved."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=200)

    class Meta:
        db_table = "messages_pause"
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="pause_ends_after_start"),
            ExclusionConstraint(
                name="one_quiet_time_at_a_time",
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
