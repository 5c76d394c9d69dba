"""A third absence that asks for a talk: Rune."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "absence",
    "Jonna Mallgren",
    _("The third absence asks for a talk"),
    _(
        "Rune has been away three times without a word. Jonna is prompted to talk and offer support, asks "
        "the site for what is agreed, and writes the conversation down. Only then can anything be found."
    ),
    "requirement:absence",
    "Rune Påhittström",
)
