"""A supervisor's morning at Café Vidingsjö."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "day",
    "Tor Låtsberg",
    _("A supervisor's morning"),
    _(
        "Tor leads the kitchen of Café Vidingsjö. Mark the exceptions, then all others at once: one "
        "request, also after the network has been gone. Nothing tells him why somebody is away."
    ),
    "attendance:day",
)
