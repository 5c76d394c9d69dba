"""One number followed to its rows, by somebody who may open some of them."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "rows",
    "Jonna Mallgren",
    _("One number to its rows"),
    _(
        "How many are under the activity requirement, and who of them Jonna may open: the others are counted and stand "
        "in no list. Choose another month, or a part that is hidden: the page says why. The figures are counted when "
        "the town is new: load the page again after a minute."
    ),
    "insight:rows",
    figure="under_requirement",
)
