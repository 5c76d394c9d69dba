"""Order that something is sent: a row in the transaction of what causes it, whose event tells of it.

An operation of a higher room calls these. What is sent is decided here and now, and frozen; the worker knows
addresses and words, and nothing of why.

Codes and links by which somebody comes in, or signs, never go this way. They would lie readable in a row, the worker
would have to be able to make them, and whoever waits at a screen would wait for a worker that may be down. They are
sent by the page itself (`staff.views.colleague.mail_link`, `agreements.views.link.ask`, and the sign-in library's own),
which says at once where that fails. A link for signing is a row of its own room: nobody waits at a screen for it, and
the worker makes its token in the moment when it is sent (`agreements.jobs`).
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.messages.models import Message
from trappan.people.models import Person
from trappan.refusals import Refused, Sentences, call, refusing

# A letter carries no address: it is read when it is printed. Nor does one to a mailbox, which goes to a number.
NONE_YET = "–"
NO: Sentences = {
    "no_message_about_protected": gettext_lazy(
        "Nothing is sent about somebody with protected identity. Ring, or hand it over."
    ),
    "message_has_address_and_text": gettext_lazy("There is no number to send to. Write one on your own page first."),
}


def order_message(
    *,
    person: Person,
    kind: str,
    channel: str,
    address: str = "",
    text: str,
    subject: str = "",
    field: str = "address",
    to_person: bool = False,
) -> Message:
    """Order a message about a person to an address, which the caller has found to be the right one.

    A letter, or one to the digital mailbox, is to the person and takes none. Of others the caller says whether it goes
    to the person (`to_person`), who then reads it on the own pages.

    Refused, at `field`: an address that is none, text messages where no service is set, and always where the person's
    identity is protected.
    """
    refuse_unset(channel)
    with refusing(NO):
        return Message.objects.create(
            person=person,
            to_person=to_person or channel in (Message.Channel.LETTER, Message.Channel.MAILBOX),
            kind=kind,
            channel=channel,
            address=address_of(channel, address, field),
            subject=" ".join(subject.split()),
            text=text,
        )


def tell_colleague(*, colleague_id: int, kind: str, text: str, subject: str = "", channel: str = "email") -> int:
    """Order a message to a colleague's own address, of which `subject` and `text` name no person and no case."""
    refuse_unset(channel)
    found = call("messages_to_colleague", colleague_id, kind, channel, subject, text, sentences=NO)
    return int(found[0] or 0)


def address_of(channel: str, written: str, field: str) -> str:
    """Return an address as the channel takes it; refused where it is none."""
    if channel in (Message.Channel.LETTER, Message.Channel.MAILBOX):
        return NONE_YET
    if channel == Message.Channel.SMS:
        number = str(database.value("messages_in_full", written))
        if not number:
            raise Refused(_("That is no telephone number. Write it as 070-123 45 67 or +46 70 123 45 67."), field)
        return number
    try:
        validate_email(written.strip())
    except ValidationError:
        raise Refused(_("That is no e-mail address. Write it as name@example.se."), field) from None
    return written.strip()


def refuse_unset(channel: str) -> None:
    """Refuse text messages, and digital mailboxes, where the installation has no service for them."""
    if channel == Message.Channel.SMS and not sms_is_set():
        raise Refused(_("No service for text messages is set up. Choose e-mail, or ask your system administrator."))
    if channel == Message.Channel.MAILBOX and not mailbox_is_set():
        raise Refused(_("No service for digital mailboxes is set up. Choose a letter instead."))


def mailbox_is_set() -> bool:
    """Tell whether digital mailboxes have a service, or a folder of this installation in its place."""
    return bool(settings.MAILBOX["url"] or settings.MAILBOX["folder"])


def sms_is_set() -> bool:
    """Tell whether text messages have a service, or a folder of this installation in its place."""
    return bool(settings.SMS["url"] or settings.SMS["folder"])
