"""Erase what signing in, sending forms and attaching files leaves behind, past its use."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from trappan import database
from trappan.documents import store


@dataclass(frozen=True)
class Cleaned:
    """How much was erased, and of how many rows the file is not in the store."""

    sessions: int
    sign_ins: int
    forms: int
    files: int
    missing: int


@transaction.atomic
def clean() -> Cleaned:
    """Erase sessions that have run out, sign-ins and sent forms older than the settings say, and files of nobody.

    Nothing about a person, and nothing of the log, is touched: a file that a row names stays.
    """
    erased = database.row("staff_erase_past_use", settings.SIGN_IN_DAYS, settings.SENT_FORM_DAYS)
    files = store.erase_strays()
    return Cleaned(erased.sessions, erased.sign_ins, erased.forms, files, store.missing())
