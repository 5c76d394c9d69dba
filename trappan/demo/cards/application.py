"""An application that has come in, and that nobody has opened a case for."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

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
