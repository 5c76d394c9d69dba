"""A number that is hidden from the board: the one mark, why it is there, and what is told instead."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "hidden",
    "Maja Mallqvist",
    _("Why is the number not shown?"),
    _(
        "How many of those under the requirement are in activity, told apart by gender and age: some parts are so few "
        "that somebody could be recognised. One mark stands for all that is not told, the page says why, and the total "
        "is told. Choose another month, or fewer parts. The figures are counted when the town is new: load the page "
        "again after some minutes."
    ),
    "insight:indicator",
    figure="coverage",
    asks="?by=gender,age_band",
)
