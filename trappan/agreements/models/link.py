"""Links by which an employer answers: single use, kept as digests, each with what it shows frozen in it."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models.agreement import Version
from trappan.history.models import Signed
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.schedules.functions import Now

# A day that the calendar has, as 2026-11-09.
DAY = (
    r"^20([0-9]{2}-(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|((0[469]|11)-(0[1-9]|[12][0-9]|30))"
    r"|(02-(0[1-9]|1[0-9]|2[0-8])))|([02468][048]|[13579][26])-02-29)$"
)


class Link(Signed):
    """An order to send somebody at an employer a link, and what becomes of it.

    The row is the order; the worker makes the token, keeps its digest and sends it, so that nothing that opens is ever
    stored. The link goes by mail and the code to the telephone, by text message to `phone` or read aloud by a
    colleague, so that nobody who holds the telephone alone has both. The code is kept as a keyed digest too, for as
    long as the rules say. `content` is all that its page shows, frozen when it is sent: what there is to read, and what
    is asked (`questions`). Whoever holds it is no actor: four functions of the database answer (sql/link.sql). It is
    for one `purpose`, about one placement or, of a follow-up, one person; `subject` tells apart what is asked of the
    same (the Monday of a week, the last day of an end, the end and months of a follow-up, the day). It ends when it is
    used, by wrong codes, by time, by a new one, by what it is about being changed, by another contact, number or
    address, when the contact leaves, and when the person becomes protected; whoever has it may ask for a new one
    (`asked_at`). One that asks whether the person comes on a day stands in the reminder of that day: it needs no code,
    since it shows no more than the reminder does, and its answer opens nothing.
    `tried_at`, `not_before` and the code's moments are the machine's own time; `expires_at` is the town's.
    """

    class Purpose(models.TextChoices):
        SIGN = "sign", _("To sign an agreement")
        WEEK = "week", _("To tell of a week")
        END = "end", _("To tell how it went")
        FOLLOW_UP = "follow_up", _("To tell how it is now")
        DAY = "day", _("To tell whether one comes on a day")

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")

    class CodeBy(models.TextChoices):
        SMS = "sms", _("By text message")
        ALOUD = "aloud", _("Read aloud on the telephone")
        NONE = "none", _("No code")

    class Outcome(models.TextChoices):
        SENT = "sent", _("Sent")
        REFUSED = "refused", _("Not sent")
        UNKNOWN = "unknown", _("Nobody knows")

    class Ended(models.TextChoices):
        NEW = "new", _("Replaced by a new one")
        CHANGED = "changed", _("What it is about was changed")
        CONTACT = "contact", _("Whom we reach was put right, or has left")
        MERGED = "merged", _("The employer has gone up in another one")
        TRIES = "tries", _("Too many wrong codes")
        TOLD = "told", _("Told on the telephone instead")
        PROTECTED = "protected", _("Nothing is sent about the person")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="+")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose)
    subject = models.CharField(max_length=20, blank=True, db_default="")
    to_whom = models.CharField(max_length=100)
    organisation = models.CharField(max_length=200, blank=True)
    site = models.CharField(max_length=200)
    channel = models.CharField(max_length=5, choices=Channel)
    address = models.CharField(max_length=254)
    code_by = models.CharField(max_length=5, choices=CodeBy)
    phone = models.CharField(max_length=20, blank=True)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_default=Now())
    key = models.UUIDField(unique=True, db_default=RandomUUID())
    times_tried = models.PositiveSmallIntegerField(db_default=0)
    not_before = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True, db_default="")
    sent_at = models.DateTimeField(null=True)
    token_digest = models.CharField(max_length=64, null=True, unique=True)
    code_digest = models.CharField(max_length=64, blank=True, db_default="")
    code_until = models.DateTimeField(null=True)
    code_at = models.DateTimeField(null=True)
    codes = models.PositiveSmallIntegerField(db_default=0)
    wrong = models.PositiveSmallIntegerField(db_default=0)
    opened_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=10, choices=Ended, blank=True, db_default="")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel="email") | Q(channel="sms", purpose="day"), name="link_goes_by_mail"
            ),
            models.CheckConstraint(
                condition=Q(code_by="sms") & ~Q(phone="") & ~Q(purpose="day")
                | Q(code_by="aloud") & ~Q(purpose="day")
                | Q(code_by="none", purpose="day"),
                name="code_has_a_number",
            ),
            models.CheckConstraint(
                condition=~Q(address="") & (~Q(organisation="") | Q(purpose__in=["follow_up", "day"])),
                name="link_goes_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(purpose="sign", version__isnull=False, placement__isnull=False)
                | Q(purpose__in=["week", "end", "day"], version=None, placement__isnull=False)
                | Q(purpose="follow_up", version=None, placement=None),
                name="link_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(purpose="sign", subject="")
                | Q(purpose__in=["week", "end", "day"], subject__regex=DAY)
                | Q(purpose="follow_up", subject__regex=r"^[0-9]{1,15}:[0-9]{1,2}$"),
                name="link_says_of_which",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="link_ends_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["id"], name="links_to_send", condition=Q(outcome="", ended_at=None))]

    @property
    def hint(self) -> str:
        """Return the end of the number to which codes go, as a page may show it."""
        return self.phone[-2:]


class Statement(models.Model):
    """What whoever had a link answered, in their own name: kept as it was said, and never a colleague's to change.

    `asked` are the questions as they were read, `said` the name of who answers (`name`, `title`), the answers by the
    key of their question (`answers`), or why nothing is signed (`no`). It binds nobody: what follows from it is written
    by a colleague, or not. `seen_at` is when one took it in.
    """

    link = models.OneToOneField(Link, models.PROTECT, related_name="statement")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, null=True, related_name="statements")
    purpose = models.CharField(max_length=10, choices=Link.Purpose)
    subject = models.CharField(max_length=20, blank=True)
    asked = models.JSONField()
    said = models.JSONField()
    at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
