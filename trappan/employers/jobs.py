"""What the worker does for this room: ask own departments for places in time, and tell who has not answered."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.employers.models import PlaceNotice
from trappan.schedules.halves import half_in_words
from trappan.ui.templatetags.ui import day as in_words
from trappan.worker.jobs import Order


def ask_in_time() -> None:
    """Ask about the half-year to come, from the day that the rules say; who has been asked is not asked again."""
    database.value("employers_ask_in_time")


def waiting() -> Iterable[int]:
    """Return the questions of which somebody is to be told today."""
    return [int(one.employers_to_tell) for one in database.rows("employers_to_tell")]


def tell(row: int) -> None:
    """Order the next mails about a question, once: taken and written down in one transaction."""
    with transaction.atomic():
        taken = database.row("employers_take_question", row)
        if taken is not None:
            subject, text = letter(taken)
            database.value("employers_tell", row, taken.nth, subject, text)


def letter(taken: Any) -> tuple[str, str]:
    """Write the subject and the text of a mail about a question; it names no person."""
    words = {
        "workplace": taken.workplace,
        "department": taken.department,
        "half": half_in_words(taken.half),
        "asked": in_words(taken.asked_on),
        "by": in_words(taken.answer_by),
    }
    if taken.nth == PlaceNotice.LAST:
        subject = _("%(workplace)s has not answered about places")
        text = _(
            "%(workplace)s, %(department)s, was asked on %(asked)s how many places it can offer in %(half)s, and "
            "reminded twice. Nobody has answered. Please see to it that an answer comes: none, with the reason, is an "
            "answer too."
        )
    elif taken.nth:
        subject = _("A reminder: places at %(workplace)s, %(half)s")
        text = _(
            "%(workplace)s was asked on %(asked)s how many places it can offer in %(half)s. Please sign in to Trappan "
            "and answer by %(by)s. None, with the reason, is an answer too."
        )
    else:
        subject = _("Places at %(workplace)s, %(half)s")
        text = _(
            "Can you take somebody at %(workplace)s in %(half)s? Sign in to Trappan and say how many, of what kind and "
            "for which work, by %(by)s. None, with the reason, is an answer too."
        )
    return subject % words, text % words


ORDERS = [Order("employers.tell", tell, waiting)]
EACH_DAY = {"employers.ask_in_time": ask_in_time}
