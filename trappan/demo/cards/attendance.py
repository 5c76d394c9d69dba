"""Samira's October and November, each minute in one place."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "attendance",
    "Jonna Mallgren",
    _("A month, each minute in one place"),
    _(
        "Samira's sessions: attended, excused, undecided, not held. Jonna finds what an absence was; that "
        "there was no acceptable reason takes a conversation in the journal first."
    ),
    "attendance:attendance",
    "Samira Påhitt",
)
