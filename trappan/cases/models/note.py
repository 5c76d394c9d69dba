"""The journal: what happened, what we judge of it, and what the person says against it."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import CurrentActor, CurrentUnit, Signed
from trappan.rules.rulesets import rules_on
from trappan.schedules.functions import Now


class Written(models.Model):
    """A note: what happened (`fact`) apart from what we judge (`assessment`), and its source.

    `happened_at` is when it happened, `written_at` when it was written: both are shown. Its author
    may change it for the rule set's days, every version being kept; then it is locked, and what was
    wrong is corrected by a new note that points at it. `unit` is the author's, whose secrecy regime
    stands on the note. Sources: SoL (2025:400) 14:3 and 14:6, SOSFS 2014:5.
    """

    class Source(models.TextChoices):
        PERSON = "person", _("The person")
        STAFF = "staff", _("Staff")
        PARTNER = "partner", _("A partner")
        OTHER = "other", _("Somebody else")

    source = models.CharField(max_length=10, choices=Source)
    source_name = models.CharField(max_length=120, blank=True)
    happened_at = models.DateTimeField()
    fact = models.TextField(blank=True)
    assessment = models.TextField(blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="correction")
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_default=CurrentUnit())
    written_at = models.DateTimeField(db_default=Now())
    edition = models.IntegerField(default=1, db_default=1)

    class Meta:
        abstract = True
        ordering = ["-happened_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(fact="") | ~Q(assessment=""), name="%(class)s_says_something"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("written_at")), name="%(class)s_of_what_has_happened"
            ),
        ]

    @property
    def locks_at(self) -> datetime:
        """Return the moment from which the note stays as it is, by the rules of the day it was written."""
        day = localtime(self.written_at).date()
        return self.written_at + timedelta(days=rules_on(day).note_lock_days)


class Note(Written):
    """A note in the journal of a case, of one of the journal's kinds."""

    class Kind(models.TextChoices):
        CONTACT = "contact", _("Contact")
        MEETING = "meeting", _("Meeting")
        ASSESSMENT = "assessment", _("Assessment")
        PLAN_CHANGE = "plan_change", _("Change of the plan")
        ABSENCE_DIALOGUE = "absence_dialogue", _("Conversation about absence")
        DEVIATION = "deviation", _("Deviation")
        CONSENT = "consent", _("Consent")
        DECISION_RECEIVED = "decision_received", _("Decision received")
        TRANSFER = "transfer", _("Sent to somebody else")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="notes")
    case = models.ForeignKey(Case, models.PROTECT, related_name="notes", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["case", "-happened_at", "-id"], name="note_of_case")]


class Said(Signed):
    """What the person says against a note of any kind, beside it and never changed (SoL 14:6)."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    text = models.TextField()
    said_on = models.DateField()

    class Meta:
        abstract = True
        ordering = ["said_on", "id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="%(class)s_is_written")]


class Objection(Said):
    """What the person says against a note in the journal."""

    note = models.ForeignKey(Note, models.PROTECT, related_name="objections")
