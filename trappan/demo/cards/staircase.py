"""Samira's steps."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "staircase",
    "Jonna Mallgren",
    _("Two and a half years on the staircase"),
    _(
        "Samira has moved up, once back, and up again; she rates herself a step higher. The picture and "
        "the words say the same."
    ),
    "desk:person",
    "Samira Påhitt",
)
