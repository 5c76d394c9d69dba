"""Activities: what there is to take part in at a site, what it holds, and its themes."""

from datetime import date, time
from functools import cache
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.employers.models import Opening
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.schedules.season import Season
from trappan.schedules.week import DAYS
from trappan.staff.names import NAME

NEVER = date(9999, 12, 31)  # the end of what has none


@cache
def open_days_of(weekdays: str) -> tuple[int, ...]:
    """Return the weekdays as the municipality wrote them, Monday to Friday where it says nothing."""
    return tuple(DAYS.index(day) for day in weekdays.split(",") if day in DAYS) or tuple(range(5))


def hours_of(opens: time | None, closes: time | None) -> tuple[int, int] | None:
    """Return opening hours as minutes since midnight, half-open; None where nobody has said them."""
    return (
        None if opens is None or closes is None else (opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)
    )


class ActivityQuerySet(PeriodQuerySet["Activity"]):
    """The questions to activities."""

    def to_find(self, day: date) -> Self:
        """Return those that anybody may be proposed to on a day: what an opening has made is for who got that place."""
        return self.on(day).filter(opening=None)


class Activity(Period):
    """Something to take part in at a site, with a number of places at any one time.

    What it holds is told besides its name, after Ulmestig and Waernbaum (IFAU, working paper 2023):
    `bodily` 1 psychological to 9 physical, `together` 1 individual to 9 collective. `challenge` 1 to 5
    and the steps it serves let a person move through one organisation's enterprises (R-021);
    `environment` says how like a real workplace it is (R-096); a season is its first and last month;
    `leads_out` that going on to work is its purpose (R-103). `kind` is one of the four that the law
    knows as we understand it; `real_operation` tells a workplace that would run anyway from constructed
    tasks; `weekdays` is as the municipality wrote it, `mon,tue`. Closed on public holidays and eves
    unless it says otherwise. `introduction` is what everybody goes through before the first day;
    `meant_for` is whom it is for, to be read: nobody is let in or left out by it; `languages` are spoken there;
    `languages_asked` and a driving `licence` are what nobody can be there without, each of the languages;
    `contact` is who answers the `phone`, and `opens` and `closes` the hours of every open day, both or neither;
    `support_offered` what is agreed that the site does for somebody who is away much. Made by an `opening` of an
    employer's, it is where those are who got that place: not in the catalogue, and nobody else's. Open to all
    colleagues.
    """

    class Kind(models.TextChoices):
        ABILITY = "ability", _("Ability")
        LANGUAGE = "language", _("Language")
        SEARCH = "job_search_conditions", _("Conditions for seeking work")
        WORKPLACE = "workplace", _("Workplace")

    class Environment(models.TextChoices):
        SHELTERED = "sheltered", _("Calm, with time for everyone")
        WORKSHOP = "workshop", _("As a workshop with its own orders")
        BUSINESS = "business", _("As a business with customers")

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=30, choices=Kind)
    places = models.PositiveIntegerField()
    description = models.TextField(blank=True)
    real_operation = models.BooleanField(default=True)
    open_holidays = models.BooleanField(default=False, db_default=False)
    open_eves = models.BooleanField(default=False, db_default=False)
    weekdays = models.CharField(max_length=40, blank=True, default="", db_default="")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    branch = models.CharField(max_length=30, blank=True, db_default="")
    trains = models.CharField(max_length=300, blank=True, db_default="")
    environment = models.CharField(max_length=10, choices=Environment, blank=True, db_default="")
    challenge = models.SmallIntegerField(null=True, blank=True)
    steps_from = models.SmallIntegerField(null=True, blank=True)
    steps_to = models.SmallIntegerField(null=True, blank=True)
    bodily = models.SmallIntegerField(null=True, blank=True)
    together = models.SmallIntegerField(null=True, blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True, db_default=[])
    languages_asked = ArrayField(models.CharField(max_length=40), default=list, blank=True, db_default=[])
    licence = models.CharField(max_length=5, choices=Opening.Licence, blank=True, db_default="")
    access = ArrayField(models.CharField(max_length=30), default=list, blank=True, db_default=[])
    season_from = models.SmallIntegerField(null=True, blank=True)
    season_to = models.SmallIntegerField(null=True, blank=True)
    leads_out = models.BooleanField(default=False, db_default=False)
    support_offered = models.CharField(max_length=300, blank=True, db_default="")
    meant_for = models.CharField(max_length=200, blank=True, db_default="")
    address = models.CharField(max_length=200, blank=True, db_default="")
    contact = models.CharField(max_length=100, blank=True, db_default="")
    phone = models.CharField(max_length=40, blank=True, db_default="")
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    introduction = ArrayField(models.CharField(max_length=200), default=list, blank=True, db_default=[])
    opening = models.OneToOneField(Opening, models.PROTECT, null=True, editable=False, related_name="activity")

    objects = ActivityQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="activity_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(challenge=None) | Q(challenge__gte=1, challenge__lte=5), name="challenge_of_five"
            ),
            models.CheckConstraint(
                condition=Q(steps_from=None, steps_to=None)
                | Q(
                    steps_from__isnull=False,
                    steps_to__isnull=False,
                    steps_from__gte=1,
                    steps_to__gte=F("steps_from"),
                    steps_to__lte=9,
                ),
                name="steps_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(bodily=None) | Q(bodily__gte=1, bodily__lte=9))
                & (Q(together=None) | Q(together__gte=1, together__lte=9)),
                name="axes_of_nine",
            ),
            models.CheckConstraint(
                condition=Q(season_from=None, season_to=None)
                | Q(
                    season_from__isnull=False,
                    season_to__isnull=False,
                    season_from__gte=1,
                    season_from__lte=12,
                    season_to__gte=1,
                    season_to__lte=12,
                ),
                name="season_is_two_months",
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None)
                | Q(opens__isnull=False, closes__isnull=False, closes__gt=F("opens")),
                name="closes_after_opening",
            ),
        ]
        indexes = [GinIndex(NAME, name="activity_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def open_days(self) -> list[int]:
        """Return the weekdays as the activity says, Monday to Friday where it says nothing."""
        return list(open_days_of(self.weekdays))

    @property
    def hours(self) -> tuple[int, int] | None:
        """Return the opening hours as minutes since midnight, half-open; None where nobody has said them."""
        return hours_of(self.opens, self.closes)

    @property
    def season(self) -> Season | None:
        """Return the first and last month of the season; None where it is open all year."""
        return (self.season_from, self.season_to) if self.season_from and self.season_to else None

    @property
    def introduction_points(self) -> list[str]:
        """Return what everybody is introduced to before the first day: the site's own, or the least."""
        return self.introduction or [
            str(_("Safety: exits, first aid, what may hurt")),
            str(_("Breaks, and where things are")),
            str(_("Whom to ask, and how to say that one does not come")),
        ]


class Theme(Period):
    """A theme of a group activity, such as Kalejdo's that alternate theory and practice (R-104).

    Taken out of the plan, never deleted.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="themes")
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=500, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="theme_ends_after_start"),
            models.CheckConstraint(condition=~Q(title=""), name="theme_has_a_title"),
        ]
