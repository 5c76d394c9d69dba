"""The board's morning: how many households, where the goals stand, and one that nobody can tell."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "board",
    "Maja Mallqvist",
    _("The board’s morning"),
    _(
        "How many households had support from 2021 on, with the days on which something changed. Compare January 2021 "
        "with January 2024. The goal of 96 % has no definition, and nothing is said to be reached. The figures are "
        "counted when the town is new: load the page again after a minute."
    ),
    "insight:board",
)
