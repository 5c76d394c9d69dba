"""What is sent out of the house: one row an order, which the worker carries out once."""

from typing import Self

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.messages.models.reminder import Reminder
from trappan.people.models import Person
from trappan.schedules.functions import Now
from trappan.staff.models import Colleague


class Message(Signed):
    """An order to send something by mail or to a telephone, in the transaction of what causes it; its text is frozen.

    Either about a `person`, and then as secret as the plan, or to a `colleague`, and then about nobody. What is about a
    person goes to that person (`to_person`), who reads it on the own pages, or to another, as an employer. Two steps
    towards the world: the worker first writes `tried_at`, sends under the `key`, then says what became of it. A row
    with `tried_at` and no outcome after five minutes is *unknown* (`messages_state`): it is never sent again by
    itself. Sent again by somebody it is a new row, with `again_of` the old one. `tried_at` and `not_before` are the
    machine's own time, since a stopped clock ages nothing; `at` and `sent_at` are the town's.

    One that carries out a `reminder` keeps quiet hours, and goes nowhere once it is untrue (`messages_hindered`).

    `receipt` is what came back about what was sent, once and for all: it came, or it came back (`messages_receive`).
    A letter is carried out by a colleague, who prints it (`printed_at`) and says on which day it was posted. It carries
    no address, which is read when it is printed; nor does one to a digital mailbox, which goes to the person's number.
    """

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")
        MAILBOX = "mailbox", _("Digital mailbox")
        LETTER = "letter", _("Letter")

    class Outcome(models.TextChoices):
        SENT = "sent", _("Sent")
        REFUSED = "refused", _("Not sent")
        UNKNOWN = "unknown", _("Nobody knows")

    class Why(models.TextChoices):
        DECLINED = "declined", _("The receiver's service said no.")
        NOT_REACHED = "not_reached", _("The service was not reached, for most of a day.")
        PROTECTED = "protected", _("It is not sent: what it was about may not leave the house.")
        STOPPED = "stopped", _("It was stopped before it left: what it reminded of no longer holds, or a pause began.")
        LATE = "late", _("It would have come too late: the service was not reached in time.")
        DEAD = "dead", _("It was not sent: messages have come back from that address or number.")
        NO_MAILBOX = "no_mailbox", _("The person has no digital mailbox that takes messages from us.")
        NO_ADDRESS = "no_address", _("The letter could not be sent: there was no address to write on it.")

    class Receipt(models.TextChoices):
        DELIVERED = "delivered", _("Has come")
        BOUNCED = "bounced", _("Came back")

    class Back(models.TextChoices):
        NO_SUCH = "no_such", _("There is no such address or number.")
        FULL = "full", _("The receiver’s mailbox is full.")
        NOT_TAKEN = "not_taken", _("The receiver’s service does not take it.")
        OTHER = "other", _("The service did not say why.")

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    to_person = models.BooleanField(default=False, db_default=False)
    colleague = models.ForeignKey(Colleague, models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=7, choices=Channel)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True, db_default="")
    text = models.TextField()
    key = models.UUIDField(unique=True, db_default=RandomUUID())
    tries = models.PositiveSmallIntegerField(db_default=0)
    not_before = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True, db_default="")
    why = models.CharField(max_length=11, choices=Why, blank=True, db_default="")
    sent_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=9, choices=Receipt, blank=True, db_default="")
    receipt_at = models.DateTimeField(null=True)
    receipt_why = models.CharField(max_length=9, choices=Back, blank=True, db_default="")
    printed_at = models.DateTimeField(null=True)
    printed_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)
    reminder = models.ForeignKey(Reminder, models.PROTECT, null=True, related_name="messages", db_index=False)
    again_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="again")
    left_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        db_table = "messages_outbox"
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, colleague__isnull=False) | Q(person__isnull=False, colleague=None),
                name="message_about_a_person_or_to_a_colleague",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["email", "sms", "mailbox", "letter"]), name="message_goes_a_known_way"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["email", "sms"]) | Q(person__isnull=False), name="no_post_to_a_colleague"
            ),
            models.CheckConstraint(
                condition=Q(receipt="", receipt_at=None, receipt_why="")
                | Q(receipt="delivered", receipt_at__isnull=False, receipt_why="", outcome="sent")
                | Q(
                    receipt="bounced",
                    receipt_at__isnull=False,
                    receipt_why__in=["no_such", "full", "not_taken", "other"],
                    outcome="sent",
                ),
                name="receipt_of_what_was_sent",
            ),
            models.CheckConstraint(
                condition=Q(printed_at=None, printed_by=None)
                | Q(printed_at__isnull=False, printed_by__isnull=False, channel="letter"),
                name="printed_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(address="") & ~Q(text=""), name="message_has_address_and_text"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "sent", "refused", "unknown"])
                & (Q(outcome="sent") ^ Q(sent_at=None))
                & (Q(outcome="refused") ^ Q(why="")),
                name="message_has_one_outcome",
            ),
            models.UniqueConstraint(
                fields=["reminder", "kind"], condition=Q(again_of=None), name="one_message_a_reminder_and_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["reminder"], name="messages_of_reminder", condition=Q(reminder__isnull=False)),
            models.Index(fields=["sent_at"], name="messages_sent"),
            models.Index(fields=["id"], name="messages_loose", condition=~Q(outcome="sent")),
            models.Index(fields=["receipt_at"], name="messages_back", condition=Q(receipt="bounced")),
        ]


class DeadAddressQuerySet(models.QuerySet["DeadAddress"]):
    """The questions to addresses that do not work."""

    def in_use(self) -> Self:
        """Keep those that are the person's still, and of which nobody has said that they work."""
        number = Func(F("person__contact__phone"), function="messages_in_full", output_field=models.CharField())
        found = self.filter(works_at=None).annotate(number=number)
        return found.filter(Q(address=F("person__contact__email")) | Q(address=F("number")))


class DeadAddress(models.Model):
    """An address or number of a person's that a message has come back from: nothing is sent there by it.

    It holds of the address, not of the person's contact: with another one in its place nothing hinders. It is lifted
    where somebody has asked the person and says that it works (`works_at`). Written by `messages_receive` alone.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    message = models.OneToOneField(Message, models.PROTECT, related_name="+")
    channel = models.CharField(max_length=7, choices=Message.Channel)
    address = models.CharField(max_length=254)
    since = models.DateTimeField(db_default=Now())
    works_at = models.DateTimeField(null=True)
    works_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)

    objects = DeadAddressQuerySet.as_manager()

    class Meta:
        db_table = "messages_deadaddress"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"], condition=Q(works_at=None), name="dead_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["email", "sms"]) & (Q(works_at=None) ^ Q(works_by__isnull=False)),
                name="somebody_says_that_it_works",
            ),
        ]
