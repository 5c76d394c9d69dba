"""Who is to be registered in SUS, and what each sheet lacks."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "sus",
    "Jonna Mallgren",
    _("A sheet to key in from"),
    _(
        "Starts and ends in an initiative that is registered in SUS: what each sheet lacks, and who has given no "
        "written consent and so is left out. Nothing is sent; fill a sheet in, key it in there, and say so here."
    ),
    "exchange:sus",
)
