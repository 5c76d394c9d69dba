"""The last place in the carpentry workshop: Gun-Britt, who wants it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "place",
    "Jonna Mallgren",
    _("The last place"),
    _(
        "Gun-Britt wants to do carpentry. Place her in Snickeriet, which is nearly full; then try somebody "
        "more and read the refusal."
    ),
    "placements:place",
    "Gun-Britt Utkastsson",
)
