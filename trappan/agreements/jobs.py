"""What the worker does for this room: make the token of a link and send it, in two steps, never twice by itself.

Each day it asks employers how it went, where a placement is over.
"""

import json
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from trappan import database
from trappan.agreements.asking import text_about
from trappan.agreements.links import digest_of, letter_of, make_token
from trappan.messages.channels import Letter
from trappan.messages.jobs import hand_over
from trappan.messages.orders import address_of, refuse_unset
from trappan.refusals import Refused
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


def link_of_reminder(message: int) -> str:
    """Make the link that stands in a reminder of a day, while it is being sent; none of what is no such reminder.

    Its token is made here and now and is nowhere but in the message; a new try makes a new one.
    """
    token = make_token()
    if not database.value("agreements_make_day_link", message, digest_of(token), settings.SITE):
        return ""
    return settings.SITE + reverse("agreements:enter", args=[token])


def ask_endings() -> None:
    """Order a form about each end that an employer is to be asked of: one an employer, the others wait their turn.

    One that cannot be asked of holds back no other.
    """
    try:
        refuse_unset("email")
    except Refused:
        return
    asked = set()
    for one in database.rows("agreements_endings_to_ask"):
        if one.employer_id in asked:
            continue
        email, phone = reached("email", one.email), reached("sms", one.phone)
        if email:
            text = text_about(one.workplace, one.starts_on, one.ends_on, one.most)
            code_by = "sms" if phone else "aloud"
            if database.value("agreements_ask_ending", one.placement_id, json.dumps(text), email, code_by, phone):
                asked.add(one.employer_id)


def reached(channel: str, written: str) -> str:
    """Return an address as the channel takes it; nothing where it is none, or nothing is sent that way."""
    try:
        refuse_unset(channel)
        return address_of(channel, written, "")
    except Refused:
        return ""


LINK_OF_REMINDER = link_of_reminder
ORDERS = [Order("agreements.send_link", send_link, waiting)]
EACH_DAY = {"agreements.ask_endings": ask_endings}
