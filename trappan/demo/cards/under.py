"""Everybody under the requirement in Ulla's reach, in one list that can be taken as a file."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "under",
    "Ulla Provstedt",
    _("Everybody under the requirement, in one list"),
    _(
        "Hours, plan, request and place in a row each. Sort by what is missing, show only those who wait for a place, "
        "print all of it or take it as a file, and see in the log that it was taken."
    ),
    "desk:requirement",
)
