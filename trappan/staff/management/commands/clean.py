"""`trappan clean`: erase what signing in, sending forms and attaching files leaves behind, past its use."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from trappan import database
from trappan.documents import store

# By the database's own clock; the log's lines of who signed in stay, and so does a sign-in whose session goes on.
SESSIONS = "DELETE FROM django_session WHERE expire_date <= now()"
SIGN_INS = """DELETE FROM staff_signin s WHERE s.at < clock() - make_interval(days => %s)
    AND NOT EXISTS (SELECT FROM django_session d WHERE d.session_key = s.session)"""
SENT_FORMS = "DELETE FROM history_sentform WHERE at < clock() - make_interval(days => %s)"


class Command(BaseCommand):
    """Erase sessions that have run out, sign-ins and sent forms older than the settings say, and files of nobody.

    Every night. Nothing about a person, and nothing of the log, is touched: a file that a row names stays. It tells
    where a row's file is not there.
    """

    help = "Erase ended sessions, sign-ins and sent forms that are past their use, and files that no row names"

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        sessions = database.execute(SESSIONS)
        sign_ins = database.execute(SIGN_INS, [settings.SIGN_IN_DAYS])
        forms = database.execute(SENT_FORMS, [settings.SENT_FORM_DAYS])
        files = store.erase_strays()
        self.stderr.write(f"Erased: {sessions} sessions, {sign_ins} sign-ins, {forms} sent forms, {files} files.")
        if missing := store.missing():
            self.stderr.write(f"Not in the store: the files of {missing} rows. Take {settings.FILES} from a backup.")
