"""What the worker does for this room: reminds partners of what they owe, and empties referrals nobody answered."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.partnerships.models import ReportNotice
from trappan.partnerships.reports import OWED
from trappan.ui.templatetags.ui import day as in_words
from trappan.worker.jobs import Order


def empty_referrals() -> None:
    """Empty name and contact of what partners have referred, where nobody has answered as long as the rules say."""
    database.value("partnerships_empty_referrals")


def to_remind() -> Iterable[int]:
    """Return the reports of a year of which a partner is to be reminded today."""
    return [int(one.partnerships_reports_to_remind) for one in database.rows("partnerships_reports_to_remind")]


def remind(row: int) -> None:
    """Order the mails that remind of a report, once each: taken and written down in one transaction."""
    with transaction.atomic():
        taken = database.row("partnerships_take_reminder", row)
        if taken is not None:
            subject, text = letter(taken)
            database.value("partnerships_remind", row, taken.kind, subject, text)


def letter(taken: Any) -> tuple[str, str]:
    """Write the subject and the text of a mail about a report that is owed; it names no person."""
    words = {
        "year": taken.year,
        "agreement": taken.agreement,
        "day": in_words(taken.due_on),
        "owes": "; ".join(str(OWED[one]) for one in taken.owes) or _("nothing, but that you send it"),
    }
    if taken.kind == ReportNotice.Kind.LATE:
        subject = _("The annual report of %(year)s is late")
        text = _(
            "The annual report of %(year)s, %(agreement)s, was to be sent by %(day)s. What is left: %(owes)s. Sign in "
            "to Trappan and send it, or say that there is nothing to report: that is an answer too."
        )
    else:
        subject = _("The annual report of %(year)s is to be sent by %(day)s")
        text = _(
            "The annual report of %(year)s, %(agreement)s, is to be sent by %(day)s. What is left: %(owes)s. Sign in "
            "to Trappan and write it there, or say that there is nothing to report: that is an answer too."
        )
    return subject % words, text % words


# A reminder has no bell: it waits for a day, and the minute's round is that.
ORDERS = [Order("partnerships.remind_report", remind, to_remind)]
EACH_DAY = {"partnerships.empty_referrals": empty_referrals}
