"""The employer team's list of those who are ready, and a proposal from the question to the employer's answer."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "ready",
    "Linnea Skissdal",
    _("Ready for work, by their own yes"),
    _(
        "Who has waited longest stands first. Open Samira: what she likes and can, what an employer may be told, what "
        "is on its way. Ask her about an opening, write her answer, and read what goes out before it does."
    ),
    "matching:ready",
)
