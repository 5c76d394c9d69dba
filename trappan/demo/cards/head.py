"""A head of unit, with cases to hand out."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "head",
    "Karin Skissberg",
    _("A head of unit, without opening files"),
    _("Karin hands out cases by their number. She sees no names; opening a file takes a reason and lasts for a day."),
    "desk:start",
)
