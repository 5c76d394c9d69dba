"""Plans: the goal, the hours, the parts of the week, and how the person agreed."""

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case as Choose
from django.db.models import F, Func, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.cases.models.case import Case
from trappan.schedules.week import EVERY, A, B, Part


class PlanQuerySet(models.QuerySet["Plan"]):
    """The questions to plans."""

    def open(self) -> Self:
        """Keep the draft and the plan in force: what nobody has replaced or ended."""
        return self.filter(replaced_at=None, ended_at=None)

    def in_force(self) -> Self:
        """Keep those that are decided and apply."""
        return self.open().filter(decided_at__isnull=False)

    def past(self) -> Self:
        """Keep those that were decided once and apply no more."""
        return self.filter(decided_at__isnull=False).exclude(replaced_at=None, ended_at=None)


class Plan(models.Model):
    """A handlingsplan: the goal, the hours a week, how the person agreed, when it is followed up.

    A draft until decided; a decided plan is visible while the next is drafted, and is replaced
    when that is decided, or ended with a reason. `weekly_minutes` is the person's own target and
    `proposal` the arithmetic it was decided beside: lines of a rule and its minutes. `adaptation`
    says what the person needs for the hours to be possible; it is no exemption. `edition` counts
    the savings of the draft. Of an `imported` one only days and hours are known. `paper` is what its paper says
    of goals, names, own words and the step, kept by the database when it was decided: a later plan takes nothing
    from it. `took_part` is who made the plan together, `{"role": …, "name": …}` each; the person first.
    """

    class Part(models.TextChoices):
        PARTICIPANT = "participant", _("The person")
        CONSULTANT = "consultant", _("Consultant")
        SOCIAL_WORKER = "social_worker", _("Social worker")
        SUPERVISOR = "supervisor", _("Supervisor")
        EMPLOYER_TEAM = "employer_team", _("The employer team")
        INTERPRETER = "interpreter", _("Interpreter")
        OTHER = "other", pgettext_lazy("who took part", "Others")

    class Agreed(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        PAPER = "paper", _("On paper")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="plans")
    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    goal = models.TextField()
    weekly_minutes = models.IntegerField()
    proposal = models.JSONField(null=True, blank=True)
    hours_reason = models.TextField(blank=True)
    adaptation = models.TextField(blank=True, db_default="")
    review_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=10, choices=Agreed, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.TextField(blank=True, db_default="")
    reference = models.CharField(max_length=60, blank=True, db_default="")
    edition = models.IntegerField(default=1, db_default=1)
    imported = models.BooleanField(default=False, db_default=False)
    paper = models.JSONField(null=True, blank=True, editable=False)
    took_part = models.JSONField(default=list, blank=True, db_default=[])

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(decided_at=None, ended_at=None), name="one_draft_a_case"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(decided_at__isnull=False, replaced_at=None, ended_at=None),
                name="one_plan_in_force",
            ),
            models.CheckConstraint(
                condition=Q(weekly_minutes__gte=0, weekly_minutes__lte=40 * 60), name="hours_within_full_time"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(imported=True) | (Q(agreed_on__isnull=False) & ~Q(agreed_how="")),
                name="decided_plan_is_agreed",
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(end_reason=""), name="ended_plan_says_why"),
        ]

    @property
    def in_edition(self) -> str:
        """Name this plan in this edition, as a page that shows it hands back: `17.3`."""
        return f"{self.pk}.{self.edition}"

    @property
    def weekly_hours(self) -> float:
        return self.weekly_minutes / 60

    @property
    def together(self) -> list[tuple[str, str]]:
        """Return who took part, each by role in words and name: empty for the person, whose plan it is."""
        return [(str(self.Part(one["role"]).label), one["name"]) for one in self.took_part]

    @property
    def state(self) -> str:
        """Name where the plan is: draft, agreed, decided, replaced or ended."""
        if self.ended_at:
            return "ended"
        if self.replaced_at:
            return "replaced"
        if self.decided_at:
            return "decided"
        return "agreed" if self.agreed_on else "draft"


class PlanPartQuerySet(models.QuerySet["PlanPart"]):
    """The questions to the parts of a week."""

    def standing(self) -> Self:
        """Keep those that nobody has taken out."""
        return self.filter(taken_out_at=None)


class PlanPart(models.Model):
    """One stretch of the plan's ordinary week, or minutes a week at no certain time.

    `starts_at` and `ends_at` are minutes since Monday at midnight, both or neither; `weeks` says whether
    it is there every week or every other, and `minutes` are those of an ordinary week. What others
    hold (SFI, studies, care) and own job search is planned here and not measured. Which kinds do
    not count against the target the rule set says: part-time work has already been taken off it.
    Taken out, never deleted.
    """

    class Kind(models.TextChoices):
        ACTIVITY = "activity", _("Activity")
        SFI = "sfi", _("SFI")
        STUDIES = "studies", _("Other studies")
        CARE = "care", _("Care and rehabilitation")
        JOB_SEARCH = "job_search", _("Job search")
        WORK = "work", _("Part-time work")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=100, blank=True)
    held_by = models.CharField(max_length=100, blank=True)
    starts_at = models.IntegerField(null=True, blank=True)
    ends_at = models.IntegerField(null=True, blank=True)
    weeks = models.CharField(max_length=5, default=EVERY, db_default=EVERY)
    minutes = models.IntegerField()
    taken_out_at = models.DateTimeField(null=True, blank=True)

    objects = PlanPartQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_at").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None, weeks=EVERY, minutes__gt=0, minutes__lte=60 * 60)
                | Q(starts_at__gte=0, ends_at__gt=F("starts_at"), ends_at__lte=7 * 24 * 60)
                & (
                    Q(weeks=EVERY, minutes=F("ends_at") - F("starts_at"))
                    | Q(weeks__in=[A, B], minutes=(F("ends_at") - F("starts_at")) / 2)
                ),
                name="part_is_times_or_minutes",
            ),
            ExclusionConstraint(
                name="one_part_at_a_time",
                expressions=[
                    (Func(F("plan_id"), F("plan_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_at"), F("ends_at"), function="int4range"), RangeOperators.OVERLAPS),
                    # Weeks A are 0, weeks B 1: every week is both.
                    (
                        Func(
                            Choose(When(weeks=B, then=1), default=0),
                            Choose(When(weeks=A, then=1), default=2),
                            function="int4range",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(taken_out_at=None, starts_at__isnull=False),
            ),
        ]

    @property
    def name(self) -> str:
        return self.title or str(self.get_kind_display())

    @property
    def stretch(self) -> Part | None:
        """Return the part of the week it takes; None for one at no certain time."""
        if self.starts_at is None or self.ends_at is None:
            return None
        return Part(self.starts_at, self.ends_at, self.weeks)
