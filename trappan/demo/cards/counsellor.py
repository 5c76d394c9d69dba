"""The counsellor, who answers what the town's consultants have asked."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "counsellor",
    "Mio Mallin",
    _("The counsellor's part, and no more"),
    _(
        "Mio answers what the consultants have asked. He sees name, steps and the question; when he ends "
        "the referral he no longer sees the person."
    ),
    "desk:start",
)
