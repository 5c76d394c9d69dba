"""Samira's own view of how it goes."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "ownview",
    "Jonna Mallgren",
    _("As she sees it herself"),
    _(
        "What Samira has said of herself three times, in her own words and degrees: optional, never a "
        "score and never a gate. Ask her once more, or take back what was a slip."
    ),
    "plans:ratings",
    "Samira Påhitt",
)
