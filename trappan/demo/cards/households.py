"""How many households have support, month by month, over the whole town."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "households",
    "Karin Skissberg",
    _("How many households have support"),
    _("Each month since January 2021, and the change between two of them. Counted over all, told of nobody."),
    "assistance:households",
)
