"""The log of who has looked."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "auditor",
    "Greta Granskare",
    _("Who has looked?"),
    _("Greta sees the last nine minutes: also that Sara tried a door that was closed."),
    "desk:log",
)
