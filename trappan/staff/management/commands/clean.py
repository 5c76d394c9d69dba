"""`trappan clean`: erase at once what the worker erases each day."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from trappan.staff.cleaning import clean


class Command(BaseCommand):
    """Erase what is past its use, say how much, and tell where a row's file is not there."""

    help = "Erase ended sessions, sign-ins and sent forms that are past their use, and files that no row names"

    def handle(self, *_args: Any, **_options: Any) -> None:
        done = clean()
        self.stderr.write(
            f"Erased: {done.sessions} sessions, {done.sign_ins} sign-ins, {done.forms} sent forms, {done.files} files."
        )
        if done.missing:
            self.stderr.write(
                f"Not in the store: the files of {done.missing} rows. Take {settings.FILES} from a backup."
            )
