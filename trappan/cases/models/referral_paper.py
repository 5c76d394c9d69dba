"""What whoever has a referral writes to the one who asked: a study plan, or what somebody is able to do at work."""

from django.db import models
from django.db.models import F, Q

from trappan.cases.models.referral import Referral
from trappan.history.models import Signed
from trappan.schedules.periods import Period


class ReferralPaper(Signed):
    """A small document within a referral: each saving is an edition, a row of its own that is never changed."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="%(class)ss", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    edition = models.IntegerField()

    class Meta:
        abstract = True
        ordering = ["-edition"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "edition"], name="one_%(class)s_an_edition"),
            models.CheckConstraint(condition=Q(edition__gt=0), name="%(class)s_has_an_edition"),
        ]


class StudyPlan(ReferralPaper):
    """Where somebody wants to get by studying (`goal`), and by which steps; `steps_count` says how many there are."""

    MOST_STEPS = 6

    goal = models.TextField()
    steps_count = models.SmallIntegerField()

    class Meta(ReferralPaper.Meta):
        constraints = [
            *ReferralPaper.Meta.constraints,
            models.CheckConstraint(condition=~Q(goal=""), name="study_plan_has_a_goal"),
            models.CheckConstraint(condition=Q(steps_count__range=(0, 6)), name="study_plan_has_few_steps"),
        ]


class StudyStep(Period):
    """One step of a study plan: what is studied and where, from when until when, what it takes, and how it is paid."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    plan = models.ForeignKey(StudyPlan, models.PROTECT, related_name="steps", db_index=False)
    position = models.SmallIntegerField()
    course = models.CharField(max_length=120)
    school = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    eligibility = models.CharField(max_length=300, blank=True)
    paid = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="one_study_step_a_position"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="study_step_ends_after"
            ),
            models.CheckConstraint(condition=~Q(course=""), name="study_step_names_a_course"),
        ]


class WorkAbility(ReferralPaper):
    """What somebody is able to do at work, in the therapist's own words: never an instrument's items."""

    able = models.TextField()
    hard = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    advice = models.TextField(blank=True)

    class Meta(ReferralPaper.Meta):
        constraints = [
            *ReferralPaper.Meta.constraints,
            models.CheckConstraint(condition=~Q(able=""), name="work_ability_says_something"),
        ]
