"""Who could start where on Monday, as it is proposed for those whom a consultant works with."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "monday",
    "Jonna Mallgren",
    _("Monday's proposals"),
    _(
        "It is Monday soon. Read who of yours could start where, why that place, and why not one that fits better. "
        "Answer one: take it up, look for another place, or decline with a reason. The site gets it as any proposal."
    ),
    "matching:allocations",
)
