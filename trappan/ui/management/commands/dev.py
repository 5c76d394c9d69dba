"""`trappan dev`: the pages as they are changed, for whoever changes them."""

from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.commands import runserver


class Command(runserver.Command):
    """Django's own server, which loads anew what is changed, signed in as the web role."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse to serve anybody but whoever sits at the desk."""
        if not settings.DEBUG:
            raise CommandError("This server is for the desk alone: start it with `make dev`.")
        super().handle(*args, **options)

    def check_migrations(self) -> None:
        """Leave migrations to `trappan migrate`: the web role may not read which have run."""
