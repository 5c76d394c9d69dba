"""Why a person did not get the café: how many have waited longer, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "cafe",
    "Jonna Mallgren",
    _("Why not the café?"),
    _(
        "The café would have suited one of Jonna's. Read when in the week it is full and how many there have waited "
        "longer: counted, and never who."
    ),
    "matching:allocation",
    # Where the line says that it is full.
    "Café Vidingsjö",
)
