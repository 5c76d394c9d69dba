"""Who could be asked about which opening, as it was proposed: how a run went in counts, and a line a person."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.employers.models import Opening
from trappan.matching.models.allocation import AllocationRun
from trappan.matching.models.work_search import WorkSearch


class OpeningRun(models.Model):
    """What the run of a week (`AllocationRun`, by the same number) came to over the openings of a municipality.

    Apart from it, since other colleagues read it. `order` is that of the rules, `digest` a SHA-256 of the facts, and
    `counts` how it went: all on the teams' lists who wait, no number of fewer than five, None in its place.
    """

    run = models.OneToOneField(AllocationRun, models.PROTECT, primary_key=True, related_name="+")
    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    monday = models.DateField()
    order = models.CharField(max_length=12, choices=AllocationRun.Order)
    digest = models.CharField(max_length=64)
    counts = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-run_id"]
        indexes = [models.Index(fields=["organisation", "monday", "-run"], name="opening_run_of_week")]
        constraints = [models.CheckConstraint(condition=Q(monday__iso_week_day=1), name="opening_run_is_of_a_week")]


class OpeningLine(models.Model):
    """What a run proposes to one on an employer team's list: an opening, or nothing; and what the team answered.

    `waits_since` is the day on which the person was handed over as ready, by which the queue goes. `wish` is 0 for the
    occupation that was asked for, 1 for another of the same group. `facts` are counts that say why, never whom: of the
    openings of the kind asked for, how many each hard condition ruled out, how many were possible, and who fills those
    asked for more. An answer is written once: accepted, the person is asked; changed or declined, it says why.
    """

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("The person is asked")
        CHANGED = "changed", _("Another opening is looked for")
        DECLINED = "declined", _("Declined")

    run = models.ForeignKey(OpeningRun, models.PROTECT, related_name="lines", db_index=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    search = models.ForeignKey(WorkSearch, models.PROTECT, related_name="+")
    opening = models.ForeignKey(Opening, models.PROTECT, null=True, related_name="+")
    waits_since = models.DateField()
    wish = models.SmallIntegerField(null=True, blank=True)
    facts = models.JSONField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True, db_default="")
    reason = models.CharField(max_length=300, blank=True, db_default="")
    author = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "search"], name="one_line_a_search"),
            models.CheckConstraint(
                condition=Q(opening=None, wish=None) | Q(opening__isnull=False, wish__gte=0, wish__lte=1),
                name="proposed_is_as_asked_for",
            ),
            models.CheckConstraint(
                condition=Q(answer="", reason="")
                | (Q(opening__isnull=False) & (Q(answer="accepted", reason="") | ~Q(answer="") & ~Q(reason=""))),
                name="answer_about_opening_says_why",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="opening_line_of_person")]

    @property
    def asked_for(self) -> str:
        """Return the code of the occupation by which such work was asked for; empty where nothing is proposed."""
        return str(self.facts.get("asked_for", ""))

    def waited(self, today: date) -> int:
        """Return for how many days the person has been ready."""
        return (today - self.waits_since).days

    def ruled_out(self) -> list[tuple[str, int]]:
        """Return by which hard condition how many openings were ruled out, the most first."""
        found: dict[str, int] = self.facts["ruled_out"]
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))
