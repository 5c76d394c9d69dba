"""What the worker does for this room: hand over what is ordered, in two steps, and never the same twice by itself.

Before that, each minute, it orders the reminders that are due: one transaction a reminder, so that a worker that is
killed between two has ordered each of them once or not at all.
"""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext_lazy, override

from trappan import database
from trappan.messages import texts
from trappan.messages.channels import WAYS, Declined, Letter, NoMailbox, NotReached
from trappan.messages.orders import sms_is_set
from trappan.worker.jobs import Order, in_rooms

logger = logging.getLogger(__name__)
# It lies on a lock screen, as the text does.
SUBJECT = gettext_lazy("A message from %(municipality)s")


def waiting() -> Iterable[int]:
    """Return the orders that nobody has begun."""
    return [int(one.messages_waiting) for one in database.rows("messages_waiting")]


def send(row: int) -> None:
    """Hand over one message: taken first, for good, then sent under its key, then told what became of it.

    Killed between the first and the last it stays as it is, and is unknown when five minutes have passed.
    """
    taken = database.row("messages_take", row)
    if taken is None:
        return
    text = with_link(row, taken.body)
    became = hand_over(taken.channel, Letter(taken.address, taken.subject, text, str(taken.key)))
    database.value("messages_tell", row, became)


def with_link(row: int, text: str) -> str:
    """Put a fresh link in where a message has one: an upper room makes it (`LINK_OF_REMINDER`), never to be kept."""
    if texts.LINK not in text:
        return text
    links = (room.LINK_OF_REMINDER(row) for room in in_rooms() if hasattr(room, "LINK_OF_REMINDER"))
    return text.replace(texts.LINK, next(links, ""))


def hand_over(channel: str, letter: Letter) -> str:
    """Hand a letter over, and tell what became of it.

    Sent, delivered (the service says at once that it came), refused, no_mailbox, later (nothing has left the house), or
    unknown.
    """
    try:
        return WAYS[channel](letter) or "sent"
    except NotReached:
        return "later"
    except NoMailbox:
        return "no_mailbox"
    except Declined:
        return "refused"
    except Exception:  # after it was handed over nothing tells: never guessed, and so never sent anew by itself
        logger.exception("%s: nobody knows whether it was sent", letter.key)
        return "unknown"


def due() -> Iterable[int]:
    """Return the reminders that are to be ordered now."""
    return [int(one.messages_reminders_due) for one in database.rows("messages_reminders_due", sms_is_set())]


def remind(row: int) -> None:
    """Order the message of one reminder, in the person's language; nothing where it is not due any more."""
    found = database.row("messages_reminder_due", row, sms_is_set())
    if found is None:
        return
    kind = texts.kind_of(found.kind, tells_time=found.tells_time, several=found.several)
    words, language = texts.words_for(kind, found.language, found.organisation_id)
    with override(settings.LANGUAGE_CODE):
        subject = str(SUBJECT) % {"municipality": settings.MUNICIPALITY}
    text = texts.filled(words, language, found.starts_at)
    database.value("messages_remind", row, sms_is_set(), found.kind, subject, text)


# A reminder of something booked has no bell: it waits for a moment, and the minute’s round is that.
ORDERS = [Order("messages.remind", remind, due), Order("messages.send", send, waiting)]
