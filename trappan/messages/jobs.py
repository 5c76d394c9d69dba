"""What the worker does for this room: hand over what is ordered, in two steps, and never the same twice by itself."""

import logging
from collections.abc import Iterable

from trappan import database
from trappan.messages.channels import WAYS, Declined, Letter, NotReached
from trappan.worker.jobs import Order

logger = logging.getLogger(__name__)


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
    became = hand_over(taken.channel, Letter(taken.address, taken.subject, taken.body, str(taken.key)))
    database.value("messages_tell", row, became)


def hand_over(channel: str, letter: Letter) -> str:
    """Hand a letter over, and tell what became of it: sent, refused, later (nothing has left the house) or unknown."""
    try:
        WAYS[channel](letter)
    except NotReached:
        return "later"
    except Declined:
        return "refused"
    except Exception:  # after it was handed over nothing tells: never guessed, and so never sent anew by itself
        logger.exception("%s: nobody knows whether it was sent", letter.key)
        return "unknown"
    return "sent"


ORDERS = [Order("messages.send", send, waiting)]
