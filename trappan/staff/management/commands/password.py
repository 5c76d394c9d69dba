"""`trappan password COLLEAGUE`: a link with which a colleague chooses a password, once, within a day."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from trappan.staff.accounts import account_of


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
        key = (user_pk_to_url_str(user), default_token_generator.make_token(user))
        front = f"https://{settings.HOSTS[0]}" if settings.HOSTS else "http://127.0.0.1:8000"
        self.stdout.write(front + reverse("account_reset_password_from_key", args=key))
