"""The working file: case, kartläggning, plan, goals, and where the person stands on the ladder."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now, Today


class Case(models.Model):
    """An ärende: one person's time with us, from the opening until it is closed.

    `unit` handles it, `social_worker` decides on it, `responsible` (a consultant) walks with the
    person. Its state is derived from what has happened, never stored.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="cases")
    number = models.CharField(max_length=20)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    social_worker = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+"
    )
    responsible = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField(db_default=Today())
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_on=None), name="one_open_case"
            ),
            models.UniqueConstraint(fields=["number"], name="one_case_a_number"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="case_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["responsible"], name="case_of_responsible"),
            models.Index(fields=["unit", "opened_on"], name="case_of_unit"),
        ]

    def __str__(self) -> str:
        return self.number


class CaseSerial(models.Model):
    """The latest case number given in a year; counted up by the database's own function."""

    year = models.IntegerField(unique=True)
    latest = models.IntegerField()


class Mapping(models.Model):
    """A kartläggning: background, the person's own words, and the assessment, each kept apart.

    `own_words` are the person's and are never rewritten by staff's assessment. Finished when it
    states the fastest way to self-support with the reason (R-002 to R-005). An `imported` one was
    made in an earlier system: only its day is known here, and no words are put in anybody's mouth.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="mappings")
    case = models.OneToOneField(Case, models.PROTECT, related_name="mapping")
    held_on = models.DateField(db_default=Today())
    own_words = models.TextField(blank=True)
    background = models.TextField(blank=True)
    strengths = models.TextField(blank=True)
    assessment = models.TextField(blank=True)
    fastest_way = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    imported = models.BooleanField(default=False, db_default=False)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at=None)
                | Q(imported=True)
                | (~Q(own_words="") & ~Q(assessment="") & ~Q(fastest_way="")),
                name="finished_mapping_is_whole",
            ),
        ]


class Plan(models.Model):
    """A handlingsplan: the goal, the hours a week, how the person agreed, when it is followed up.

    A draft until decided; a decided plan is visible while the next is drafted, and is replaced
    when that is decided. `weekly_minutes` is the person's own target, not the norm. Of an
    `imported` one only days and hours are known.
    """

    class Agreed(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("On paper")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="plans")
    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    goal = models.TextField()
    weekly_minutes = models.IntegerField()
    hours_reason = models.TextField(blank=True)
    review_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=10, choices=Agreed, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)
    imported = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(decided_at=None), name="one_draft_a_case"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(decided_at__isnull=False, replaced_at=None),
                name="one_plan_in_force",
            ),
            models.CheckConstraint(
                condition=Q(weekly_minutes__gte=0, weekly_minutes__lte=40 * 60),
                name="hours_within_full_time",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None)
                | Q(imported=True)
                | (Q(agreed_on__isnull=False) & ~Q(agreed_how="")),
                name="decided_plan_is_agreed",
            ),
        ]

    @property
    def weekly_hours(self) -> float:
        return self.weekly_minutes / 60


class Goal(models.Model):
    """A delmål: a title and a date, no more; closed with what was seen.

    `unit` is the site that set it, empty for the plan's own.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="goals")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]


class Ladder(models.Model):
    """A frame of steps with observable signs; versions are new rows, never rewritten (R-023)."""

    name = models.CharField(max_length=100)
    owner = models.CharField(max_length=200)
    valid_from = models.DateField()
    is_example = models.BooleanField(default=False)


class LadderStep(models.Model):
    """One step of a frame and the signs by which it is seen."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="steps")
    number = models.SmallIntegerField()
    name = models.CharField(max_length=60)
    signs = ArrayField(models.CharField(max_length=200), default=list)

    class Meta:
        ordering = ["ladder", "number"]
        constraints = [
            models.UniqueConstraint(fields=["ladder", "number"], name="one_step_a_number")
        ]


class StepMove(models.Model):
    """An arrival on a step, assessed by staff or rated by the person, with what was seen.

    A move back carries its reason. Time on a step is derived from the next arrival. Never a gate.
    """

    class RatedBy(models.TextChoices):
        STAFF = "staff", _("Staff")
        PARTICIPANT = "participant", _("The person")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="moves")
    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="+")
    day = models.DateField()
    rated_by = models.CharField(max_length=12, choices=RatedBy, default=RatedBy.STAFF)
    evidence = models.TextField(blank=True)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "day", "rated_by"], name="one_rating_a_day"),
            models.CheckConstraint(
                condition=Q(rated_by="participant") | ~Q(evidence=""),
                name="staff_say_what_they_saw",
            ),
        ]
