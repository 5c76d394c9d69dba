"""The paper on which a decision is made: the officer's text beside what the agreement, or whatever it is of, says."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement, Amendment

# The sections of the paper in their order. Who is to have the decision is a list of its own (Recipient).
SECTIONS = ("proposal", "background", "economy", "goals", "equality", "consultation", "mbl", "follow_up")
HEAD = ("title", "officer", "manager", "reference")


class Paper(Signed):
    """A text in sections, each beside what was said of what it is about.

    `said` is that, section by section as label and words, as it was when the text was last saved: what has changed
    since is told, and the decision waits until the paper says it too. `edition` counts the savings, and is the
    database's to write. Frozen once it is decided by.
    """

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
        abstract = True

    def __str__(self) -> str:
        return self.title


class DecisionPaper(Paper):
    """The paper that a board, or whoever has the mandate, decides by about an agreement or an amendment (R-055).

    One a version. Who is to have the decision, and the decision itself, are rows of their own (Recipient, Decision).
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="papers", db_index=False)
    amendment = models.ForeignKey(Amendment, models.PROTECT, null=True, blank=True, related_name="papers")

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


class DecidedPaper(Paper):
    """A paper that carries its own decision: of an initiative or a project, which are decided in no other steps.

    `recipients` are those who are to have the decision, one a line. `decided_on`, `body` and `paragraph` say when, by
    whom and where in the minutes; they are written once, of the edition that was read, and not before the paper says
    what consultation there was, how the unions were informed and to whom it goes. What changes later has another paper.
    """

    recipients = models.TextField(blank=True, default="", db_default="")
    decided_on = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=200, blank=True, default="", db_default="")
    paragraph = models.CharField(max_length=60, blank=True, default="", db_default="")

    class Meta:
        abstract = True


def paper_constraints(of: str, what: str) -> list[models.BaseConstraint]:
    """Return what holds of papers that carry their own decision: one open at a time, who writes it, and it is whole."""
    told = ~Q(body="") & ~Q(consultation="") & ~Q(mbl="") & ~Q(recipients="")
    return [
        models.UniqueConstraint(fields=[of], condition=Q(decided_on=None), name=f"one_open_{what}_paper"),
        models.CheckConstraint(
            condition=~Q(title="") & ~Q(officer="") & ~Q(manager="") & ~Q(reference=""), name=f"{what}_paper_says_who"
        ),
        models.CheckConstraint(
            condition=Q(decided_on=None, body="", paragraph="") | (Q(decided_on__isnull=False) & told),
            name=f"{what}_paper_is_whole",
        ),
    ]
