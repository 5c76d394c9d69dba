"""`trappan worker`: carries out what pages order, and what is due each day."""

from typing import Any

from django.core.management.base import BaseCommand

from trappan.database.login import refuse_mighty_login
from trappan.working import erase_left_behind


class Command(BaseCommand):
    """Work until asked to end, signed in as the login that no page can become.

    Killed anywhere, the next one goes on where it stood. Refused: a login that owns tables.
    """

    help = "Carry out what pages order, and what is due each day"

    def handle(self, *_args: Any, **_options: Any) -> None:
        from trappan.worker.running import work

        refuse_mighty_login("DATABASE_NIGHTLY_URL", "trappan_nightly")
        erase_left_behind()
        self.stdout.write("Trappan's worker is up.")
        self.stdout.flush()
        work()
