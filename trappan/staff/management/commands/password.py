"""`trappan password COLLEAGUE`: a link with which a colleague chooses a password, once, within a day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.staff.accounts import account_of, link_for


class Command(BaseCommand):
    """Print the link on standard output, and nothing else there; it is written nowhere.

    A colleague without an account gets one, which opens nothing before the link is used. Refused: an
    address that no colleague has, and an account that is closed.
    """

    help = "Print a one-time link with which a colleague chooses a password"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("colleague", help="the colleague's address (e-mail)")

    def handle(self, *_args: Any, **options: Any) -> None:
        user = account_of(options["colleague"])
        if not user.is_active:
            raise CommandError("The account is closed.", returncode=2)
        self.stdout.write(link_for(user.pk))
