"""Somebody's own words in a partner's report of a year, by that person's own consent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.outreach import PartnerReferral
from trappan.partnerships.models.report import AnnualReport
from trappan.people.models import Person
from trappan.schedules.periods import Period
from trappan.staff.models import Unit


class Story(Signed):
    """What somebody with a partner has told, in the partner's report of a year (R-251, R-059).

    Never changed: a person says yes to words as they are, so other words are another story. It stands in the report as
    long as `StoryConsent` for words holds and it is not taken out; `delivered_on` is when the department or the board
    first was given a paper with it, after which it is not taken out, but hidden. Of a person with protected identity
    there is none. No role reads or writes the table but by functions (sql/story.sql): the partner's own leaders, those
    who work with the person, and, without the person, those who read the report.
    """

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="stories")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    text = models.TextField(blank=True)
    file = models.OneToOneField("documents.File", models.PROTECT, null=True, related_name="+")
    shows = models.CharField(max_length=200, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") | Q(taken_out_on__isnull=False), name="story_has_words"),
            models.CheckConstraint(condition=Q(file=None) | ~Q(shows=""), name="story_picture_says_what_it_shows"),
            models.CheckConstraint(
                condition=Q(taken_out_on=None) | Q(delivered_on=None), name="delivered_story_is_not_taken_out"
            ),
        ]


class StoryConsent(Period, Signed):
    """The person's own yes to one part of a story: the words, the name or the picture; where, and until when.

    Said on `starts_on`, held by nobody after `ends_on`, and taken back at any time: `withdrawn_on`, at once. Whoever
    asked is its author. A part may be said yes to anew, as a row of its own.
    """

    class Part(models.TextChoices):
        WORDS = "words", _("The words")
        NAME = "name", _("The name")
        PICTURE = "picture", _("The picture")

    class Place(models.TextChoices):
        REPORT = "annual_report", _("The annual report")
        WEB = "web", _("The municipality's web")
        PRESS = "press", _("The press")

    story = models.ForeignKey(Story, models.PROTECT, related_name="consents")
    part = models.CharField(max_length=10, choices=Part)
    places = ArrayField(models.CharField(max_length=15, choices=Place))
    given_how = models.CharField(max_length=10, choices=PartnerReferral.How)
    starts_on = models.DateField()
    ends_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="story_consent_ends_after_start"),
            models.CheckConstraint(condition=~Q(places=[]), name="story_consent_says_where"),
            models.CheckConstraint(
                condition=Q(places__contained_by=["annual_report", "web", "press"]),
                name="story_consent_for_known_places",
            ),
            models.CheckConstraint(condition=Q(part__in=["words", "name", "picture"]), name="story_consent_of_a_part"),
        ]
