"""An application that has come in, and that nobody has opened a case for."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms.assistance import application
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "application",
    "Ulla Provstedt",
    _("An application comes in"),
    _(
        "Ulla is a social worker. Farid has applied and nobody has opened a case: open it and choose "
        "Jonna. Or receive an application from somebody new."
    ),
    "desk:start",
)


def farid(town: Town) -> None:
    """Make Farid, whose application waits for somebody to open a case."""
    human = known(town, "Farid", "Tänktsson", "M", date(1994, 4, 17), languages=["dari", "svenska"])
    applied = TODAY - timedelta(days=6)
    application(town, human, applied, town.social[0], town.colleagues["ulla"], waits=True)
