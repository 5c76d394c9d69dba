"""Hours to decide: Leila, with part-time work, SFI, a small child and protected identity."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "hours",
    "Jonna Mallgren",
    _("The week of 22 hours"),
    _(
        "Leila has protected identity, a child of four, work at the weekend and SFI three mornings. The "
        "hours are proposed with their arithmetic; she has agreed, and you decide."
    ),
    "plans:plan",
    "Leila Hypotesen",
)
