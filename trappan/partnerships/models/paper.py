"""The paper on which a decision about an agreement is made: the officer's text beside what the agreement says."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement, Amendment

# The sections of the paper in their order. Who is to have the decision is a list of its own (Recipient).
SECTIONS = ("proposal", "background", "economy", "goals", "equality", "consultation", "mbl", "follow_up")
HEAD = ("title", "officer", "manager", "reference")


class DecisionPaper(Signed):
    """The paper that a board, or whoever has the mandate, decides by about an agreement or an amendment (R-055).

    One a version. Each section is the officer's own text; `said` is what the agreement itself said, section by section
    as label and words, when the text was last saved: what has changed since is told, and the decision waits until the
    paper says it too. `edition` counts the savings, and is the database's to write. Frozen once it is decided by.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="papers", db_index=False)
    amendment = models.ForeignKey(Amendment, models.PROTECT, null=True, blank=True, related_name="papers")
    edition = models.PositiveIntegerField(default=1, db_default=1, editable=False)
    title = models.CharField(max_length=200)
    officer = models.CharField(max_length=200)
    manager = models.CharField(max_length=200)
    reference = models.CharField(max_length=60)
    proposal = models.TextField(blank=True, default="", db_default="")
    background = models.TextField(blank=True, default="", db_default="")
    economy = models.TextField(blank=True, default="", db_default="")
    goals = models.TextField(blank=True, default="", db_default="")
    equality = models.TextField(blank=True, default="", db_default="")
    consultation = models.TextField(blank=True, default="", db_default="")
    mbl = models.TextField(blank=True, default="", db_default="")
    follow_up = models.TextField(blank=True, default="", db_default="")
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "amendment"], nulls_distinct=False, name="one_paper_a_version"
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(officer="") & ~Q(manager="") & ~Q(reference=""), name="paper_says_who"
            ),
        ]

    def __str__(self) -> str:
        return self.title
