"""Samira's steps."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "staircase",
    "Jonna Mallgren",
    _("Two and a half years on the staircase"),
    _(
        "Samira has moved up, once back, and up again; she rates herself a step higher. Two signs of the next "
        "step are seen. What waits comes first, and the week shows what was planned and where she was."
    ),
    "desk:person",
    "Samira Påhitt",
)
