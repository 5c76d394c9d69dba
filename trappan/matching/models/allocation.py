"""Who could start where in a week, as it was proposed: the runs, and a line a person."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.cases.models import Case
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now
from trappan.schedules.week import Week, read_week


class AllocationRun(models.Model):
    """That it is to be reckoned who of a municipality could start where in a week: the row is the order.

    `monday` is the week's first day. One waits at a time for a municipality and week; who ordered it, or nobody where
    the night did. Carried out (`made_at`) it says by which order of the rules, by the rule set of that Monday, of which
    facts (`digest`, a SHA-256), and how it went in `counts` alone, in which fewer than five at a place are not told.
    Whom the lines are about stands in the lines.
    """

    class Order(models.TextChoices):
        START_FIRST = "start_first", _("who can start comes before what is wished for")
        WISH_FIRST = "wish_first", _("what is wished for comes before who can start")

    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    monday = models.DateField()
    ordered_at = models.DateTimeField(db_default=Now())
    ordered_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    order = models.CharField(max_length=12, choices=Order, blank=True, db_default="")
    digest = models.CharField(max_length=64, blank=True, db_default="")
    counts = models.JSONField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "monday"], condition=Q(made_at=None), name="one_allocation_a_week_waits"
            ),
            models.CheckConstraint(condition=Q(monday__iso_week_day=1), name="allocation_is_of_a_week"),
            models.CheckConstraint(
                condition=Q(made_at=None, counts__isnull=True) | Q(made_at__isnull=False, counts__isnull=False),
                name="allocation_made_is_counted",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "monday", "-id"], name="allocation_of_week")]

    @property
    def last_day(self) -> date:
        """Return the Sunday of the week."""
        return self.monday + timedelta(days=6)


class AllocationWaiting(models.Model):
    """How many women and men waited when a run was made: closed, until its month is told of (`RuledOut`).

    By legal gender, all who wait: counted in the same question as the number that is told of the run.
    """

    run = models.OneToOneField(AllocationRun, models.PROTECT, primary_key=True, related_name="+")
    women = models.IntegerField()
    men = models.IntegerField()


class AllocationLine(models.Model):
    """What a run proposes to one who waits: a place and times of the week, or nothing; and what a colleague answered.

    `waits_since` is the day that the queue goes by, `wish` how well the place is wished for: 0 first, 1 otherwise, 2 by
    no word and ruled out by none, 3 possible and not wished. `facts` are counts that say why, and never whom: how
    many places each hard condition ruled out, how many were possible, what suits better and who fills it, counted; and
    as `chain` what the person could have if others moved, whom `AllocationMove` names.
    An answer is written once: accepted it is an ordinary proposal to the site; changed or declined it says why.
    """

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Proposed to the site")
        CHANGED = "changed", _("Another place is looked for")
        DECLINED = "declined", _("Declined")

    run = models.ForeignKey(AllocationRun, models.PROTECT, related_name="lines", db_index=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="+")
    week = models.CharField(max_length=1000, blank=True)
    waits_since = models.DateField()
    wish = models.SmallIntegerField(null=True, blank=True)
    facts = models.JSONField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True, db_default="")
    reason = models.CharField(max_length=300, blank=True, db_default="")
    author = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "person", "week"], name="one_line_of_times"),
            models.CheckConstraint(
                condition=Q(activity=None, week="", wish=None)
                | (Q(activity__isnull=False, wish__gte=0, wish__lte=3) & ~Q(week="")),
                name="proposed_is_place_and_times",
            ),
            models.CheckConstraint(
                condition=Q(answer="", reason="")
                | (Q(activity__isnull=False) & (Q(answer="accepted", reason="") | ~Q(answer="") & ~Q(reason=""))),
                name="answer_says_why",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="allocation_of_person")]

    @property
    def times(self) -> Week:
        """Return the proposed times of an ordinary week."""
        return read_week(self.week)

    def waited(self, today: date) -> int:
        """Return for how many days the person has waited."""
        return (today - self.waits_since).days

    def ruled_out(self) -> list[tuple[str, int]]:
        """Return by which hard condition how many places were ruled out, the most first."""
        found: dict[str, Any] = self.facts["ruled_out"]
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))


class AllocationMove(models.Model):
    """Somebody who would have to take another place for a line's person to start: a suggestion, carried out by nobody.

    `leaves` is what the run proposes to the one who moves, `takes` what they could have instead, each a list of places
    and times (`activity`, `week`, `wish` as in a line). `unit` is that of their case when the run was made. Closed: by
    `matching_chain` whoever works with both reads who and what, and whoever works with the line's person alone which
    unit to ask.
    """

    line = models.ForeignKey(AllocationLine, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_index=False)
    leaves = models.JSONField()
    takes = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "person"], name="one_move_a_person")]


class RuledOut(models.Model):
    """What ruled out women and men who waited in a month, in counts that are written once and never by person.

    Of the last run of the month (`counted_on`): `of_women` and `of_men` waited, and for `women` and `men` of them
    `reason` ruled out at least one place; or all that was possible was full; or something was proposed. None is what
    is not told: fewer than five, all but fewer than five, or what would tell it of the other.
    """

    class Reason(models.TextChoices):
        PROPOSED = "proposed", _("Proposed a place")
        FULL = "full", _("Nothing proposed: every possible place is full")
        SEASON = "season", _("Out of season")
        HOURS = "hours", _("Closed at some of the planned times")
        NEEDS = "needs", _("Lacks what the person needs there, such as no lifting or no stairs")
        LANGUAGE = "language", _("Asks for a language that the person does not speak")
        LICENCE = "licence", _("Asks for a driving licence that the person does not have")
        TRAVEL = "travel", _("A longer journey than the person manages")
        CONSENT = "consent", _("A partner that the person has not consented to")
        REFUSED = "refused", _("The site has said no to the person")
        DECLINED = "declined", _("Declined before by a colleague")

    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    counted_on = models.DateField()
    reason = models.CharField(max_length=10, choices=Reason)
    women = models.IntegerField(null=True, blank=True)
    men = models.IntegerField(null=True, blank=True)
    of_women = models.IntegerField()
    of_men = models.IntegerField()

    class Meta:
        ordering = ["-month", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "month", "reason"], name="ruled_out_once_a_month"),
            models.CheckConstraint(
                condition=Q(women=None, men=None) | Q(women__gte=5, men__gte=5), name="ruled_out_of_no_few"
            ),
        ]
