"""From absence to a decision: the grounds, and what a social worker decides on them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.history.models import CurrentActor, Signed
from trappan.requirement.models.replaceable import Replaceable
from trappan.schedules.functions import Now


class Grounds(Signed):
    """A factual basis (underlag) for one support month, frozen with its sources when it was written.

    Minutes are those of `attended_time` over the rules' observed period, to the minute; the database
    compares. Written only after a conversation and a finding; the person is heard before it is sent
    to a named social worker, who acknowledges it. It says what happened and decides nothing.
    """

    class About(models.TextChoices):
        ABSENCE = "absence", _("Absence without acceptable reason")
        DECLINED = "declined", _("The person has declined to take part")

    class Heard(models.TextChoices):
        MEETING = "meeting", _("In a meeting")
        PHONE = "phone", _("By phone")
        WRITING = "writing", _("In writing")
        NOT_REACHED = "not_reached", _("Sought and not reached")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="grounds")
    month = models.DateField()
    about = models.CharField(max_length=10, choices=About)
    period_from = models.DateField()
    period_to = models.DateField()
    attended = models.IntegerField()
    excused = models.IntegerField()
    unexcused = models.IntegerField()
    undecided = models.IntegerField()
    unmarked = models.IntegerField()
    neutral = models.IntegerField()
    sources = models.JSONField()
    summary = models.TextField()
    heard_on = models.DateField(null=True, blank=True)
    heard_how = models.CharField(max_length=12, choices=Heard, blank=True, db_default="")
    heard_words = models.TextField(blank=True, db_default="")
    sent_to = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_why = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        ordering = ["-month", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "month"], condition=Q(taken_back_at=None), name="one_grounds_a_month"
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="grounds_of_a_month"),
            models.CheckConstraint(condition=~Q(summary=""), name="grounds_say_what_happened"),
            models.CheckConstraint(
                condition=Q(heard_on=None, heard_how="")
                | (Q(heard_on__isnull=False) & ~Q(heard_how="") & ~Q(heard_words="")),
                name="heard_says_how_and_what",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(heard_on__isnull=False, sent_to__isnull=False), name="heard_before_sent"
            ),
            models.CheckConstraint(
                condition=Q(received_at=None) | Q(sent_at__isnull=False), name="received_after_sent"
            ),
            models.CheckConstraint(condition=Q(taken_back_at=None) | ~Q(taken_back_why=""), name="taken_back_says_why"),
        ]

    @property
    def decision(self) -> "Decision | None":
        """Return the decision that stands; those it has replaced are among `decisions`."""
        return next((one for one in self.decisions.all() if one.replaced_at is None), None)

    @property
    def state(self) -> str:
        """Name how far it has come: written, heard, sent, received, decided or taken_back."""
        if self.taken_back_at:
            return "taken_back"
        # Where a list has asked with the rows whether a decision stands, nothing more is asked.
        if getattr(self, "is_decided", None) or ("is_decided" not in self.__dict__ and self.decision):
            return "decided"
        if self.received_at:
            return "received"
        if self.sent_at:
            return "sent"
        return "heard" if self.heard_on else "written"


class Decision(Replaceable):
    """What a social worker decided on received grounds, and what became of it when appealed.

    The decision itself is made and stands in the support system; this keeps what it was, why, whom
    it was sent to, and the appeal (SoL 35:1). Where the rules say four eyes, never by the writer.
    `changes` is what had changed in the attendance since the grounds froze it, as the decider saw it
    (`changes_seen` stands for exactly that): the database's to write.
    """

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("Support as before")
        REDUCED = "reduced", _("Support reduced")
        REFUSED = "refused", _("Support refused")

    class Appeal(models.TextChoices):
        UNCHANGED = "unchanged", _("The decision stands")
        CHANGED = "changed", _("The decision was changed")
        DISMISSED = "dismissed", _("Came too late or was withdrawn")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    grounds = models.ForeignKey(Grounds, models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.TextField()
    reference = models.CharField(max_length=60, blank=True, db_default="")
    sent_to = ArrayField(models.CharField(max_length=120))
    changes_seen = models.CharField(max_length=32, blank=True, db_default="")
    changes = models.JSONField(db_default=Value([], models.JSONField()))
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())
    appealed_on = models.DateField(null=True, blank=True)
    appeal_words = models.TextField(blank=True, db_default="")
    appeal_result = models.CharField(max_length=10, choices=Appeal, blank=True, db_default="")
    appeal_ended_on = models.DateField(null=True, blank=True)

    class Meta(Replaceable.Meta):
        abstract = False
        ordering = ["-decided_on", "-id"]
        constraints = [
            *Replaceable.Meta.constraints,
            models.UniqueConstraint(fields=["grounds"], condition=Q(replaced_at=None), name="one_decision_a_grounds"),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_says_why"),
            models.CheckConstraint(condition=~Q(sent_to=[]), name="decision_is_sent_to_somebody"),
            models.CheckConstraint(
                condition=Q(outcome__in=["granted", "reduced", "refused"]), name="decision_of_three"
            ),
            models.CheckConstraint(
                condition=Q(appealed_on=None) | ~Q(outcome="granted"), name="granted_is_not_appealed"
            ),
            models.CheckConstraint(
                condition=Q(appeal_ended_on=None, appeal_result="")
                | (Q(appealed_on__isnull=False, appeal_ended_on__isnull=False) & ~Q(appeal_result="")),
                name="appeal_ends_with_a_result",
            ),
        ]
