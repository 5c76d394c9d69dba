"""A head of unit, with cases to hand out."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "head",
    "Karin Skissberg",
    _("A head of unit, without opening files"),
    _("Karin hands out cases by their number. She sees no names; opening a file takes a reason and lasts for a day."),
    "desk:start",
)
# name, gender, days since the case was opened
UNASSIGNED = (("Wilma", "Kuliss", "K", 5), ("Bo", "Kladdman", "M", 8), ("Nasrin", "Prototyp", "K", 12))


def unassigned(town: Town) -> None:
    """Make people whose cases have no consultant yet."""
    for first, last, gender, days in UNASSIGNED:
        human = known(town, first, last, gender, date(1998, 2, days))
        case_of(town, human, TODAY - timedelta(days=days), None)
