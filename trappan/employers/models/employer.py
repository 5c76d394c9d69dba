"""Employers and other actors that the municipality works with: where, whom one rings, and what was said."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor, Signed
from trappan.schedules.functions import Now
from trappan.staff.models import Organisation


class EmployerQuerySet(models.QuerySet["Employer"]):
    """The questions to employers by where the contact stands."""

    def living(self) -> Self:
        """Return those that have not gone up in another one."""
        return self.filter(merged_into=None)

    def alike(self, employer: "Employer") -> Self:
        """Return those that another may go up in: living, and taking people on or not as it does."""
        return self.living().filter(cooperates=employer.cooperates).exclude(pk=employer.pk)


class Employer(Signed):
    """An organisation that people may come to, or that one works with about them; a municipality's own to keep.

    `cooperates` tells of an actor that takes nobody on: Arbetsförmedlingen, an association, another department.
    A department of the own municipality carries no number of its own. One that rests is not asked up to
    `rests_until` (the first day when it is asked again; empty: until somebody says so). One that has gone up in
    another (`merged_into`) keeps its name and number, so that it is found; what it had stands with the other, and
    nothing more is written here. Nothing about a participant belongs in this room.
    """

    class Kind(models.TextChoices):
        COMPANY = "company", _("Company")
        ASSOCIATION = "association", _("Association")
        PUBLIC = "public", _("Public body")
        DEPARTMENT = "department", _("Own department")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    organisation_number = models.CharField(max_length=11, blank=True)
    cooperates = models.BooleanField(default=False)
    keeper = models.ForeignKey("staff.Membership", models.PROTECT, null=True, blank=True, related_name="+")
    good_to_know = models.TextField(blank=True)
    since = models.DateField(null=True, blank=True)
    rests_from = models.DateField(null=True, blank=True)
    rests_until = models.DateField(null=True, blank=True)
    rest_reason = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    merged_on = models.DateField(null=True, blank=True)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "organisation_number"],
                condition=~Q(organisation_number=""),
                name="one_employer_a_number",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="employer_has_a_name"),
            models.CheckConstraint(
                condition=~Q(kind="department") | Q(organisation_number=""), name="department_has_no_number"
            ),
            models.CheckConstraint(
                condition=Q(rests_from=None, rests_until=None, rest_reason="")
                | (Q(rests_from__isnull=False) & ~Q(rest_reason="")),
                name="rest_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(rests_until=None) | Q(rests_until__gt=F("rests_from")), name="rest_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="") | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
                name="end_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None, merged_on=None)
                | (Q(merged_into__isnull=False) & Q(merged_on__isnull=False)),
                name="merged_on_a_day",
            ),
            models.CheckConstraint(condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="merges_with_another"),
        ]
        indexes = [models.Index(Upper("name"), name="employer_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def that_goes_on(self) -> "Employer":
        """Return the one that this has gone up in, or itself."""
        return self.merged_into or self

    def rests(self, day: date) -> bool:
        """Tell whether it is not to be asked on a day."""
        if self.rests_from is None or day < self.rests_from:
            return False
        return self.rests_until is None or day < self.rests_until

    def has_ended(self, day: date) -> bool:
        """Tell whether the contact is over on a day."""
        return self.ended_on is not None and self.ended_on <= day

    def state(self, day: date) -> str:
        """Name where the contact stands: merged, ended, rests, or nothing where it goes on."""
        if self.merged_into_id is not None:
            return "merged"
        if self.has_ended(day):
            return "ended"
        return "rests" if self.rests(day) else ""


class WorkplaceQuerySet(models.QuerySet["Workplace"]):
    """The questions to workplaces by day."""

    def open(self, day: date) -> Self:
        """Return those that are there on a day; one whose last day is to come is."""
        return self.filter(Q(closed_on=None) | Q(closed_on__gt=day))


class Workplace(Signed):
    """Where an employer's people work: the place that somebody may come to, and that is asked.

    `size` is how many work there, as somebody has said; empty where nobody knows. `access` are codes of what is so
    already, `adaptable` says in words what can be changed. `closed_on` is the first day without it. `unit` is the site
    of the own municipality that works there: its manager answers for the places, and what is taken is counted there.
    """

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="workplaces")
    came_with = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=200, blank=True)
    branch = models.CharField(max_length=30, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    access = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    adaptable = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)

    objects = WorkplaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "name"], condition=Q(closed_on=None), name="one_workplace_a_name"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="workplace_has_a_name"),
            models.UniqueConstraint(fields=["unit"], condition=Q(closed_on=None), name="one_workplace_a_site"),
        ]
        indexes = [GinIndex(fields=["languages"], name="workplace_languages")]

    def __str__(self) -> str:
        return self.name


class Contact(Signed):
    """Somebody at an employer whom one rings: a name at work, and what is told of how it is kept.

    `told_on` is the day on which the person got the municipality's text about it (`rules`, *employer*). Somebody
    who has left is not rung any more and stays in what was said.
    """

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="contacts")
    came_with = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+")
    workplace = models.ForeignKey(Workplace, models.PROTECT, null=True, blank=True, related_name="contacts")
    name = models.CharField(max_length=100)
    title = models.CharField(max_length=100, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="contact_has_a_name")]

    def __str__(self) -> str:
        return self.name


class Conversation(Signed):
    """What was said with an employer or another actor, on a day, and what was promised next.

    `asks` tells that they were asked for places; asked more often than agreed, or while they rest, only with
    `over_reason`. A promise has its day and whose it is; it is done on `done_on`, in the words of `done_note` where
    it came to nothing. Never about a participant.
    """

    class Way(models.TextChoices):
        PHONE = "phone", _("Telephone")
        VISIT = "visit", _("Visit")
        MEETING = "meeting", _("Meeting")
        EMAIL = "email", _("E-mail")
        OTHER = "other", _("Otherwise")

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="conversations", db_index=False)
    came_with = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="+")
    workplace = models.ForeignKey(Workplace, models.PROTECT, null=True, blank=True, related_name="conversations")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField()
    way = models.CharField(max_length=10, choices=Way)
    text = models.TextField()
    asks = models.BooleanField(default=False)
    over_reason = models.CharField(max_length=300, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True, blank=True)
    promised_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    done_note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="conversation_says_what"),
            models.CheckConstraint(
                condition=Q(next_step="", next_on=None, promised_by=None)
                | (~Q(next_step="") & Q(next_on__isnull=False) & Q(promised_by__isnull=False)),
                name="next_step_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gte=F("held_on")), name="next_step_comes_after"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, done_note="") | (Q(done_on__isnull=False) & ~Q(next_step="")),
                name="done_is_a_promise",
            ),
            models.CheckConstraint(condition=Q(asks=True) | Q(over_reason=""), name="reason_of_an_asking"),
        ]
        indexes = [
            models.Index(fields=["employer", "-held_on", "-id"], name="conversation_latest"),
            models.Index(fields=["next_on"], condition=Q(done_on=None), name="promise_by_day"),
        ]


class Draft(models.Model):
    """What a colleague has typed of a conversation with an employer and not yet saved: theirs alone to read."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        "staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor(), db_index=False
    )
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "employer"], name="one_draft_an_employer")]
