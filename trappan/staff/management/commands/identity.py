"""`trappan identity COLLEAGUE SUBJECT`: tie a colleague to the organisation's own sign-in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from trappan.staff.accounts import account_of
from trappan.staff.models import Identity


class Command(BaseCommand):
    """Keep that a subject of the sign-in service is this colleague, from now on.

    Refused: where no service is set, an address that no colleague has, and a subject that is somebody's.
    """

    help = "Tie a colleague to the organisation's own sign-in"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("colleague", help="the colleague's address (e-mail)")
        parser.add_argument("subject", help="what the service calls the colleague")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not settings.OIDC["apps"]:
            raise CommandError("No sign-in service is set: TRAPPAN_OIDC names it.", returncode=2)
        user = account_of(options["colleague"])
        issuer = settings.OIDC["apps"][0]["settings"]["server_url"]
        try:
            Identity.objects.create(user=user, issuer=issuer, subject=options["subject"])
        except IntegrityError:
            raise CommandError("That subject is tied to a colleague already.", returncode=2) from None
        self.stderr.write(f"{user.email} signs in as {options['subject']} at {issuer}.")
