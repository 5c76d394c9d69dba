"""Rule sets, codes and occupations, each with the days between which it applies. Public to every colleague."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Upper
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.functions import Now
from trappan.schedules.periods import Period, PeriodQuerySet


class RuleSetQuerySet(models.QuerySet["RuleSet"]):
    """The questions to rule sets: what is decided, and what is still written."""

    def decided(self) -> Self:
        """Return the versions that hold, held or are to hold."""
        return self.filter(decided_at__isnull=False, withdrawn_at=None)

    def drafts(self) -> Self:
        """Return the draft, if there is one; there is never more than one."""
        return self.filter(decided_at=None, withdrawn_at=None)


class RuleSet(Signed):
    """The rules in force between two days (half-open), with where they come from.

    `parameters` are those that `rulesets.Rules` names and explains. A version is a draft, perhaps sent to a second
    colleague, until it is decided; never changed afterwards: a new rule is a new row, and the database lets no two
    overlap. One that has not begun may be withdrawn. `backdated` says that it was meant to hold for days that had
    passed. Written only through the database's functions in sql/ruleset.sql.
    """

    name = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.TextField()
    parameters = models.JSONField()
    backdated = models.BooleanField(default=False, db_default=False)
    sent_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True, db_default=Now())
    stop_asked_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        ordering = ["valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="rules_end_after_start"
            ),
            ExclusionConstraint(
                name="one_rule_set_a_day",
                expressions=[(Func(F("valid_from"), F("valid_to"), function="daterange"), RangeOperators.OVERLAPS)],
                condition=Q(decided_at__isnull=False, withdrawn_at=None),
            ),
            models.UniqueConstraint(
                fields=["withdrawn_at"],
                condition=Q(decided_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="one_draft_of_rules",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Code(Signed):
    """One value of a code table with its words, and the days between which it may be used; old ones stay readable.

    New words for the same code are a new row from a day, so that a code keeps its meaning and what is counted by it
    goes on. Written only through the database's functions in sql/code.sql.
    """

    class Table(models.TextChoices):
        OBSTACLE = "obstacle", _("Obstacle to self-support")
        HOUSEHOLD_TYPE = "household_type", _("Household type")
        EDUCATION = "education", _("Education")
        EXEMPTION = "exemption", _("Exemption")
        STALL = "stall", _("Why it stands still")
        ABSENCE = "absence_reason", _("Reason for absence")
        SUPPORT = "support", _("Support at absence")
        BRANCH = "branch", _("Branch")
        ACCESS = "access", _("Accessibility")
        PARTNER_CHECK = "partner_check", _("What is checked of a partner")
        SELF_RATING = "self_rating", _("How one sees it oneself")
        SITE_NO = "site_no", _("Why a site says no")
        PLACEMENT_END = "placement_end", _("How a placement ends")
        READY = "ready_for", _("Ready for")
        SUPPORT_FORM = "support_form", _("Support form of an employment")
        EXIT_KIND = "exit_kind", _("Kind of end")
        EXIT_SOURCE = "exit_source", _("How we know of an end")
        STAFF_QUESTION = "staff_question", _("What colleagues are asked once a year")
        SUS_EFFORT = "sus_effort", _("SUS: kind of effort")
        SUS_INCOME = "sus_income", _("SUS: income")
        SUS_OCCUPATION = "sus_occupation", _("SUS: occupation")
        TARGET_GROUP = "target_group", _("Target group of a project")
        ESF_INDICATOR = "esf_indicator", _("Indicator of the European Social Fund")

    table = models.CharField(max_length=20, choices=Table)
    code = models.CharField(max_length=30)
    label_sv = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    position = models.SmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["table", "position", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["table", "code", "valid_from"], name="one_meaning_a_code"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="code_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return the words for the code in the reader's language."""
        return self.label_en if (get_language() or "").startswith("en") else self.label_sv

    def is_over(self, day: date) -> bool:
        """Tell whether the last day on which it may be chosen has passed."""
        return self.valid_to is not None and self.valid_to <= day

    def is_usable(self, day: date) -> bool:
        """Tell whether it may be chosen on a day."""
        return self.valid_from <= day and not self.is_over(day)


class MunicipalText(Signed):
    """Words of a municipality's own on pages and papers, from a day on; an earlier one stays what it was.

    Without an organisation they are everybody's who has none of their own: from before several could share a house.
    """

    class Kind(models.TextChoices):
        CONTACT = "contact", _("How to reach us")
        COMPLAINT = "complaint", _("Where to complain")
        APPEAL = "appeal", _("Where an appeal is sent")
        PAPER = "paper", _("At the foot of a paper")
        EMPLOYER = "employer", _("To contacts at employers")

    organisation = models.ForeignKey(
        "staff.Organisation", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=10, choices=Kind)
    starts_on = models.DateField()
    text = models.TextField()

    class Meta:
        ordering = ["kind", "starts_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "starts_on"], nulls_distinct=False, name="one_text_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.text


class ConceptQuerySet(models.QuerySet["Concept"]):
    """The questions to concepts by what they are."""

    def occupations(self) -> Self:
        """Return the occupations that may be chosen: those that are known and have not ended."""
        return self.filter(kind="occupation", ended_on=None, is_unknown=False)


class Concept(models.Model):
    """A word of the taxonomy of Arbetsförmedlingen (JobTech): an occupation, a group of them, a skill or a language.

    `id` is the taxonomy's own. `code` is a group's in SSYK 2012, of one to four figures. One that has ended, or is
    replaced, stays readable. One that nobody knows (`is_unknown`) has come by an ad, and is called by its id: the ad's
    own words stand on the lead alone.
    """

    class Kind(models.TextChoices):
        OCCUPATION = "occupation", _("Occupation")
        GROUP = "group", _("Group of occupations")
        SKILL = "skill", _("Skill")
        LANGUAGE = "language", _("Language")

    id = models.CharField(max_length=40, primary_key=True, db_collation="C")
    kind = models.CharField(max_length=20, choices=Kind)
    label = models.CharField(max_length=200)
    code = models.CharField(max_length=10, blank=True)
    is_unknown = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConceptQuerySet.as_manager()

    class Meta:
        ordering = ["label", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(label=""), name="concept_has_a_label"),
            models.CheckConstraint(condition=Q(code="") | Q(kind="group"), name="code_of_a_group"),
        ]
        indexes = [
            models.Index(Upper("label"), name="concept_by_label"),
            models.Index(fields=["code"], condition=~Q(code=""), name="concept_by_code"),
        ]

    def __str__(self) -> str:
        return self.label


class ConceptLink(models.Model):
    """How two concepts hang together, from `a` to `b`.

    `broader`: an occupation's group of four figures, and a group's own. `stands_in`: whoever does `a` can do `b`, so
    wholly (`percent` 75) or partly (25); so it is not the other way. `used_in`: a skill in a group of occupations.
    """

    class Kind(models.TextChoices):
        BROADER = "broader", _("belongs to")
        STANDS_IN = "stands_in", _("can stand in for")
        USED_IN = "used_in", _("is used in")

    kind = models.CharField(max_length=10, choices=Kind)
    a = models.ForeignKey(Concept, models.PROTECT, related_name="links", db_index=False)
    b = models.ForeignKey(Concept, models.PROTECT, related_name="linked", db_index=False)
    percent = models.SmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "a", "b"], name="one_link_a_kind"),
            models.CheckConstraint(condition=~Q(a=F("b")), name="links_with_another"),
            models.CheckConstraint(
                condition=Q(kind="stands_in", percent__gte=1, percent__lte=100)
                | (~Q(kind="stands_in") & Q(percent=None)),
                name="percent_of_standing_in",
            ),
        ]
        indexes = [models.Index(fields=["kind", "b"], name="link_by_b")]


class ConceptMarkQuerySet(PeriodQuerySet["ConceptMark"]):
    """The questions to marks: what is decided, and what waits for a second person."""

    def decided(self) -> Self:
        """Return the marks that hold, held or are to hold."""
        return self.filter(decided_at__isnull=False)


class ConceptMark(Period, Signed):
    """What is said of an occupation, or of a group of them, between two days (half-open), and by whom.

    It counts once a second person has decided it; what comes by file is decided by whoever keeps the house. So is its
    end: `stop_on`, the first day without it, waits for a second person too. Written by the functions in sql/mark.sql.
    """

    class Kind(models.TextChoices):
        SHORTAGE = "shortage", _("too few for the work there is")
        LOW_THRESHOLD = "low_threshold", _("new people can often begin")

    concept = models.ForeignKey(Concept, models.PROTECT, related_name="marks", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True, db_default=Now())
    stop_on = models.DateField(null=True, blank=True)
    stop_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")

    objects = ConceptMarkQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        ordering = ["kind", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["concept", "kind", "starts_on"], name="one_concept_mark_a_day"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="concept_mark_ends_later"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="concept_mark_has_a_source"),
            models.CheckConstraint(
                condition=Q(stop_on=None, stop_by=None) | Q(stop_on__isnull=False, stop_by__isnull=False),
                name="concept_mark_is_stopped_by_somebody",
            ),
        ]

    @property
    def waits(self) -> bool:
        """Tell whether a second person is awaited: for the mark, or for its end."""
        return self.decided_at is None or self.stop_on is not None
