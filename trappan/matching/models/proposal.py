"""A person proposed for an opening: asked first, then sent to the employer, met, and answered at each end."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.employers.models import Contact, Opening
from trappan.history.models import Signed
from trappan.matching.models.work_search import WorkSearch


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """The questions to proposals."""

    def open(self) -> "ProposalQuerySet":
        """Return those that nothing has become of yet."""
        return self.filter(outcome="")

    def under_way(self) -> "ProposalQuerySet":
        """Return those that nothing has become of yet, and the yeses to those who are still on the team's list."""
        return self.filter(Q(outcome="") | Q(outcome=Proposal.Outcome.ACCEPTED, search__ended_on=None))

    def said_yes(self) -> "ProposalQuerySet":
        """Return the yeses of employers to those who are still on the team's list."""
        return self.filter(outcome=Proposal.Outcome.ACCEPTED, search__ended_on=None)


class Proposal(Signed):
    """Somebody on the team's list, asked about one opening (`at`); what follows is written into the same row.

    `willing` is the person's answer. Sent (`sent_at`), it carries which `parts` of the profile went out, each with the
    person's yes to employers, and as its `paper` how it was read on the page (SentPaper). By the end of `answer_by`
    somebody answers, the person or, when it is sent, the employer; else it ends as unanswered. `why` and `note` are
    the reason of whoever answered last, for the team; outward a no is a no. Accepted at one place, the person's others
    end.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("Yes from the employer")
        PERSON = "person", _("The person said no")
        EMPLOYER = "employer", _("No from the employer")
        OBSOLETE = "obsolete", _("Got another place")
        UNANSWERED = "unanswered", _("Unanswered")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Why(models.TextChoices):
        JOURNEY = "journey", _("The journey")
        TIMES = "times", _("Days and times")
        TASKS = "tasks", _("The tasks")
        TERMS = "terms", _("Pay and terms")
        FILLED = "filled", _("The place is taken")
        EXPERIENCE = "experience", _("Experience")
        LANGUAGE = "language", _("Language")
        HEALTH = "health", _("It would not go well now")
        UNSAID = "unsaid", _("No reason was given")
        OTHER = "other", _("Something else")

    class How(models.TextChoices):
        MAIL = "mail", _("By e-mail")
        PHONE = "phone", _("Read out on the telephone")
        PAPER = "paper", _("On paper")
        DESK = "desk", _("To the manager's own page")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="work_proposals", db_index=False)
    search = models.ForeignKey(WorkSearch, models.PROTECT, related_name="proposals", db_index=False)
    opening = models.ForeignKey(Opening, models.PROTECT, related_name="proposals", db_index=False)
    answer_by = models.DateField()
    willing = models.BooleanField(null=True)
    willing_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    sent_how = models.CharField(max_length=10, choices=How, blank=True, db_default="")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    parts = ArrayField(models.CharField(max_length=10), default=list, blank=True, db_default=[])
    meets_at = models.DateTimeField(null=True, blank=True)
    meets_where = models.CharField(max_length=200, blank=True, db_default="")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, db_default="")
    why = models.CharField(max_length=10, choices=Why, blank=True, db_default="")
    note = models.CharField(max_length=500, blank=True, db_default="")
    ended_on = models.DateField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-at"], name="proposal_of_person"),
            models.Index(fields=["opening"], name="proposal_for_opening"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["search", "opening"], condition=Q(outcome=""), name="asked_once_about_an_opening"
            ),
            models.UniqueConstraint(fields=["search"], condition=Q(outcome="accepted"), name="accepted_once_a_search"),
            models.CheckConstraint(
                condition=Q(willing=None, willing_on=None) | Q(willing__isnull=False, willing_on__isnull=False),
                name="answer_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(willing__isnull=False, willing=True), name="sent_after_a_yes"
            ),
            models.CheckConstraint(condition=Q(parts=[]) | Q(sent_at__isnull=False), name="parts_are_of_what_was_sent"),
            models.CheckConstraint(condition=Q(meets_at=None) | Q(sent_at__isnull=False), name="met_after_it_was_sent"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["accepted", "employer"]) | Q(sent_at__isnull=False),
                name="answered_after_it_was_sent",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["person", "employer"]) | ~Q(why=""), name="a_no_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", ended_on=None) | (~Q(outcome="") & Q(ended_on__isnull=False)),
                name="outcome_has_its_day",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.outcome == ""

    @property
    def is_yes(self) -> bool:
        """Tell whether the employer has said yes to somebody who is still on the team's list: asks for the search."""
        return self.outcome == Proposal.Outcome.ACCEPTED and self.search.ended_on is None

    @property
    def waits_for_person(self) -> bool:
        """Tell whether it is the person who has not answered."""
        return self.is_open and self.willing is None

    @property
    def waits_for_employer(self) -> bool:
        """Tell whether it is the employer who has not answered."""
        return self.is_open and self.sent_at is not None

    def is_late(self, today: date) -> bool:
        """Tell whether the day of the answer has passed."""
        return self.is_open and self.answer_by < today


class SentPaper(models.Model):
    """What went out of a proposal, word for word.

    Whoever works with the person reads it; the team while the person lets both it and employers be told those parts.
    """

    proposal = models.OneToOneField(Proposal, models.PROTECT, primary_key=True, related_name="paper")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="paper_says_something")]
