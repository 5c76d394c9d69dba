"""What the worker does for this room: make the token of a link and send it, in two steps, never twice by itself."""

from collections.abc import Iterable

from trappan import database
from trappan.agreements.links import digest_of, letter_of, make_token
from trappan.messages.channels import Letter
from trappan.messages.jobs import hand_over
from trappan.worker.jobs import Order


def waiting() -> Iterable[int]:
    """Return the links that nobody has begun to send."""
    return [int(one.agreements_links_waiting) for one in database.rows("agreements_links_waiting")]


def send_link(row: int) -> None:
    """Send one link. Its token is made here and now and is nowhere but in the letter; a new try makes a new one."""
    token = make_token()
    taken = database.row("agreements_link_take", row, digest_of(token))
    if taken is None:
        return
    subject, text = letter_of(taken, token)
    became = hand_over(taken.channel, Letter(taken.address, subject, text, str(taken.key)))
    database.value("agreements_link_tell", row, became)


ORDERS = [Order("agreements.send_link", send_link, waiting)]
