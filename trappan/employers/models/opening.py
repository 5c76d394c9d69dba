"""What an employer has to offer: a job, an internship, a work trial or subsidised employment."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, IntegerField, Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from trappan.employers.models.department import PlaceQuestion
from trappan.employers.models.employer import Contact, Employer, Workplace
from trappan.employers.models.lead import Lead
from trappan.history.models import Signed
from trappan.rules.models import Concept
from trappan.schedules.halves import half_after
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.schedules.season import Season
from trappan.schedules.week import DAYS, Week, read_week
from trappan.ui.templatetags.ui import hours, weekday

# Those with no place left (sql/full.sql).
FULL = "SELECT employers_full()"
TAKEN = "COALESCE((SELECT t.taken FROM employers_taken() t WHERE t.opening_id = employers_opening.id), 0)"


class OpeningQuerySet(PeriodQuerySet["Opening"]):
    """The questions to openings by day."""

    def open(self, day: date) -> Self:
        """Return those that nobody has closed by a day and whose time has not passed; also those to come."""
        return self.lasting(day).filter(Q(closed_on=None) | Q(closed_on__gt=day))

    def to_offer(self, day: date) -> Self:
        """Return those that somebody may be asked about: open, with a place left, of an employer that does not rest."""
        # Few of them are closed to us: asked by themselves, and not joined to each of thousands of openings.
        rests = Q(rests_from__lte=day) & (Q(rests_until=None) | Q(rests_until__gt=day))
        away = Employer.objects.filter(rests | Q(ended_on__lte=day)).order_by()
        closed = Workplace.objects.filter(closed_on__lte=day).order_by()
        found = self.open(day).exclude(employer__in=away).exclude(workplace__in=closed)
        return found.exclude(pk__in=RawSQL(FULL, []))  # noqa: S611  # our own text, with no value in it

    def places(self) -> Self:
        """Return what counts as places of own departments: all but their ordinary jobs."""
        return self.filter(employer__kind="department").exclude(kind=Opening.Kind.JOB)

    def with_taken(self) -> Self:
        """Add how many places of each are `taken`; a manager is told of the own workplace's alone."""
        taken = RawSQL(TAKEN, [], IntegerField())  # noqa: S611  # our own text, with no value in it
        return self.annotate(taken=taken)

    def with_full(self) -> Self:
        """Add whether each `is_full`: an employer has said yes to as many as there are places."""
        full = Q(pk__in=RawSQL(FULL, []))  # noqa: S611  # our own text, with no value in it
        return self.annotate(is_full=ExpressionWrapper(full, output_field=BooleanField()))


class Opening(Period, Signed):
    """What an employer has agreed to offer, for so many people, from a day to a day (half-open).

    `code` is the municipality's own key of an imported one. `week` is the ordinary week as it is pressed (`Week`),
    empty where only hours and days are agreed; `weekly_minutes` and `weekdays` (as in an activity, `mon,tue`) are said
    beside it, of the week where there is one, so that the database can ask for them. Of an imported one all may be
    unknown, and so may its workplace.
    `support_form` is a code, only of subsidised
    employment: which of them is work is `rules.support`'s to say. `tasks`, `needs` and `good_if` are in plain words;
    `languages` are those that the work asks for, `licence` a driving licence that it asks for, `travel` how one gets
    there. `shaped_for_one` tells that it was agreed with one person in mind ("the right work, not the person made
    over"); whom stands nowhere here. `agreed_on` is the day on which the employer agreed. Closed (`closed_on`, the
    first day without it), it is offered no more. `question` is that of an own department's places which it answers.
    """

    class Kind(models.TextChoices):
        JOB = "job", _("Job")
        INTERNSHIP = "internship", _("Internship")
        WORK_TRIAL = "work_trial", _("Work trial")
        SUBSIDISED = "subsidised", _("Subsidised employment")

    class Licence(models.TextChoices):
        MOPED = "AM", _("AM, moped")
        CAR = "B", _("B, car")
        TRAILER = "BE", _("BE, car with a heavy trailer")
        LORRY = "C", _("C, lorry")
        HEAVY = "CE", _("CE, lorry with a heavy trailer")
        BUS = "D", _("D, bus")

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="openings")
    came_with = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+")
    workplace = models.ForeignKey(Workplace, models.PROTECT, null=True, blank=True, related_name="openings")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.OneToOneField(Lead, models.PROTECT, null=True, blank=True, related_name="opening")
    question = models.ForeignKey(PlaceQuestion, models.PROTECT, null=True, blank=True, related_name="openings")
    code = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    support_form = models.CharField(max_length=30, blank=True)
    occupation = models.ForeignKey(Concept, models.PROTECT, null=True, blank=True, related_name="+")
    places = models.PositiveIntegerField()
    week = models.CharField(max_length=300, blank=True)
    weekly_minutes = models.PositiveIntegerField(null=True, blank=True)
    weekdays = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    season_from = models.SmallIntegerField(null=True, blank=True)
    season_to = models.SmallIntegerField(null=True, blank=True)
    tasks = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    good_if = models.TextField(blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    licence = models.CharField(max_length=5, choices=Licence, blank=True)
    travel = models.CharField(max_length=200, blank=True)
    adaptations = models.TextField(blank=True)
    shaped_for_one = models.BooleanField(default=False)
    agreed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    close_reason = models.CharField(max_length=300, blank=True)

    objects = OpeningQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(lead=None) | Q(agreed_on__isnull=False), name="ad_is_agreed_first"),
            models.UniqueConstraint(fields=["employer", "code"], condition=~Q(code=""), name="one_opening_a_code"),
            models.CheckConstraint(condition=~Q(title=""), name="opening_has_a_title"),
            models.CheckConstraint(condition=Q(places__gte=1), name="opening_has_a_place"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="opening_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(weekly_minutes=None) | Q(weekly_minutes__gte=15, weekly_minutes__lte=60 * 60),
                name="opening_has_hours",
            ),
            models.CheckConstraint(
                condition=Q(kind="subsidised") | Q(support_form=""), name="support_form_of_subsidised"
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
                name="opening_season_is_two_months",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, close_reason="") | (Q(closed_on__isnull=False) & ~Q(close_reason="")),
                name="closed_for_a_reason",
            ),
        ]
        indexes = [GinIndex(fields=["languages"], name="opening_languages")]

    def __str__(self) -> str:
        return self.title

    @property
    def hours(self) -> Week | None:
        """Return the ordinary week as it is pressed; None where only its length or nothing is known."""
        return read_week(self.week) if self.week else None

    @property
    def times_in_words(self) -> str:
        """Say when there is work: mån, tis 9–15; only how much where the times are not settled."""
        if self.hours is not None:
            days: dict[str, list[str]] = {}
            for part in self.hours.parts:
                days.setdefault(part.times_in_words, []).append(weekday(part.weekday))
            return "; ".join(f"{', '.join(some)} {times}" for times, some in days.items())
        return _("%(hours)s a week") % {"hours": hours(self.weekly_minutes)} if self.weekly_minutes else ""

    @property
    def days(self) -> list[int]:
        """Return the weekdays, Monday 0, on which there is work; none where nobody has said."""
        if self.week:
            return sorted({part.weekday for part in read_week(self.week).parts})
        return [DAYS.index(day) for day in self.weekdays.split(",") if day in DAYS]

    @property
    def season(self) -> Season | None:
        """Return the first and last month of the season; None where it is no work of a season."""
        return (self.season_from, self.season_to) if self.season_from and self.season_to else None

    def counts_in(self, half: date, day: date) -> bool:
        """Tell whether it is offered in a half-year as of a day: its time touches it, and nobody has closed it."""
        return (
            self.starts_on < half_after(half)
            and (self.ends_on is None or self.ends_on > half)
            and not self.is_closed(day)
        )

    def is_open(self, day: date) -> bool:
        """Tell whether nobody has closed it by a day, and its time has not passed."""
        return not self.is_closed(day) and (self.ends_on is None or day < self.ends_on)

    def is_closed(self, day: date) -> bool:
        """Tell whether somebody has closed it by a day."""
        return self.closed_on is not None and self.closed_on <= day
