"""The person's profile: what is said of work, part by part, and to whom each part may be told."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.functions import Today
from trappan.schedules.week import Week, read_week


class Part(models.TextChoices):
    """A part of the profile; the person says yes to each of them, for the team and apart for an employer."""

    ABLE = "able", _("What I can")
    LIKES = "likes", _("What I like")
    NEEDS = "needs", _("What I need to do well at work")
    WISHES = "wishes", _("Occupations that I want")
    DONE = "done", _("Occupations that I have had")
    SKILLS = "skills", _("Skills")
    LANGUAGES = "languages", _("Languages")
    HOURS = "hours", _("Days and times")
    TRAVEL = "travel", _("The longest journey")
    LICENCE = "licence", _("Driving licence")


class Card(models.TextChoices):
    """What an employer may be told beside the parts of the profile; the team is told both by the person's yes."""

    NAME = "name", _("Name")
    PHONE = "phone", _("Telephone number")


NO_LICENCE = "none"  # said, and not the same as not asked


class ProfilePart(Signed):
    """One part of a person's profile as it was said on a day; said again it is a new row, and the earlier is replaced.

    A part without a row, or with an empty one, has not been asked about. `words` is text, `codes` a list: concepts
    (`rules.Concept`) for wishes, occupations had and skills, words for languages, classes for the licence, or
    NO_LICENCE, codes of *access* for needs. `since` tells for each wish, in the same order, the day on which it was
    first asked for. `week` is days and times as `schedules.week` writes them; `number` is minutes: a week for hours,
    one way for the journey.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="profile_parts", db_index=False)
    part = models.CharField(max_length=10, choices=Part)
    words = models.TextField(blank=True, db_default="")
    codes = ArrayField(models.CharField(max_length=60), default=list, blank=True, db_default=[])
    since = ArrayField(models.DateField(), default=list, blank=True, db_default=[])
    week = models.CharField(max_length=300, blank=True, db_default="")
    number = models.SmallIntegerField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "part"], name="part_of_profile")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "part"], condition=Q(replaced_at=None), name="a_part_stands_once"
            ),
            models.CheckConstraint(condition=Q(part__in=list(Part)), name="known_part_of_profile"),
            models.CheckConstraint(
                condition=Q(since__len=F("codes__len"), part="wishes") | (Q(since=[]) & ~Q(part="wishes")),
                name="each_wish_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(number=None)
                | Q(part="hours", number__gte=60, number__lte=2400)
                | Q(part="travel", number__gte=1, number__lte=180),
                name="number_of_profile_is_possible",
            ),
        ]

    @property
    def times(self) -> Week | None:
        """Return the days and times that were said; None where none were."""
        return read_week(self.week) if self.week else None


class Profile(models.Model):
    """The view `matching_profile`: what a person has said of work, a row a person, as far as its reader may know.

    None is not asked yet. No gender, birth, name or origin is in it, nor anything that they follow from. Like every
    view it runs as its reader: the employer team sees no part without the person's yes.
    """

    person = models.OneToOneField("people.Person", models.DO_NOTHING, primary_key=True, related_name="profile")
    able = models.TextField(null=True)
    likes = models.TextField(null=True)
    needs = models.TextField(null=True)
    wishes = ArrayField(models.TextField(), null=True)
    wished_on = ArrayField(models.DateField(), null=True)
    queue_on = models.DateField(null=True)
    done = ArrayField(models.TextField(), null=True)
    skills = ArrayField(models.TextField(), null=True)
    languages = ArrayField(models.TextField(), null=True)
    schedule = models.TextField(null=True)
    minutes_a_week = models.SmallIntegerField(null=True)
    limits = ArrayField(models.TextField(), null=True)
    licence = ArrayField(models.TextField(), null=True)
    travel = models.SmallIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "matching_profile"


class ConsentQuerySet(models.QuerySet["ProfileConsent"]):
    """The questions to what people have said yes to."""

    def standing(self) -> Self:
        """Keep those that hold today: neither withdrawn, nor said anew, nor run out."""
        return self.filter(withdrawn_on=None, replaced_at=None, starts_on__lte=Today(), ends_on__gt=Today())


class ProfileConsent(Signed):
    """The person's yes that these parts may be told: to one employer team, or by it to employers; until a day.

    A part that is said otherwise after the yes waits for another (`tells`). Said again, with more parts or fewer, it
    replaces the one before. Withdrawn, what rested on it ends in the same
    transaction. A protected person has none.
    """

    class Audience(models.TextChoices):
        TEAM = "team", _("The employer team")
        EMPLOYER = "employer", _("Employers that they are proposed to")

    class How(models.TextChoices):
        MEETING = "meeting", _("At a meeting")
        INTERPRETER = "interpreter", _("At a meeting, with an interpreter")
        PHONE = "phone", _("On the telephone")
        WRITING = "writing", _("In writing")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="profile_consents", db_index=False)
    audience = models.CharField(max_length=10, choices=Audience)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    parts = ArrayField(models.CharField(max_length=10))
    given_how = models.CharField(max_length=12, choices=How)
    starts_on = models.DateField(db_default=Today())
    ends_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "audience"], name="consent_about_profile")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "audience"],
                condition=Q(withdrawn_on=None, replaced_at=None),
                name="one_yes_an_audience",
            ),
            models.CheckConstraint(condition=Q(audience="team") ^ Q(unit=None), name="yes_to_one_team"),
            models.CheckConstraint(condition=~Q(parts=[]), name="yes_names_parts"),
            models.CheckConstraint(
                condition=Q(audience="team", parts__contained_by=list(Part))
                | Q(audience="employer", parts__contained_by=[*Part, *Card]),
                name="yes_to_known_parts",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on"))
                & Q(ends_on__lte=Func(F("starts_on"), template="(%(expressions)s + 366)")),
                name="yes_for_a_year_at_most",
            ),
        ]

    def tells(self, row: ProfilePart) -> bool:
        """Tell whether what a row says was read out before this yes, and is of its parts."""
        return row.part in self.parts and row.at <= self.at

    def holds(self, day: date) -> bool:
        """Tell whether the yes holds on a day."""
        ended = self.withdrawn_on is not None or self.replaced_at is not None
        return not ended and self.starts_on <= day < self.ends_on
