"""A third absence that asks for a talk: Rune."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms.attendance import open_days_between
from trappan.demo.tour_people import MORNINGS, marked_at_tors, placed_at_tors, with_a_plan
from trappan.demo.town import Town

CARD = Card(
    "absence",
    "Jonna Mallgren",
    _("The third absence asks for a talk"),
    _(
        "Rune has been away three times without a word. Jonna is prompted to talk and offer support, asks "
        "the site for what is agreed, and writes the conversation down. Only then can anything be found."
    ),
    "requirement:absence",
    "Rune Påhittström",
)


def rune(town: Town) -> None:
    """Make Rune, with a third absence of which nothing was told."""
    human = with_a_plan(town, "Rune", "Påhittström", "M")
    placement_id = placed_at_tors(town, human, date(2026, 9, 7))
    days = open_days_between(town, date(2026, 10, 15), TODAY, MORNINGS)
    gone = [date(2026, 10, 27), date(2026, 11, 5), date(2026, 11, 10)]
    marked_at_tors(town, human, placement_id, days, gone)
