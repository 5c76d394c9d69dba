"""Jonna looks for somebody by what she remembers of a name."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "search",
    "Jonna Mallgren",
    _("Found by half a name"),
    _(
        "Write “påh sam” in the field at the top: the beginning of each word is enough, in any order, with or without "
        "accents and hyphens. Try half a double name, the beginning of a case number, a café, a colleague. Arrows and "
        "Enter do without the mouse."
    ),
    "desk:search",
)
