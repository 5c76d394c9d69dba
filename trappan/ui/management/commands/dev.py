"""`trappan dev`: the pages as they are changed, for whoever changes them."""

from django.core.management.commands import runserver


class Command(runserver.Command):
    """Django's own server, which loads anew what is changed, signed in as the web role."""

    def check_migrations(self) -> None:
        """Leave migrations to `trappan migrate`: the web role may not read which have run."""
