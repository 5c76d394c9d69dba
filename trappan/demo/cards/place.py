"""The last place in the carpentry workshop: Gun-Britt, who wants it."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import plans
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "place",
    "Jonna Mallgren",
    _("The last place"),
    _(
        "Gun-Britt wants to do carpentry. Read why each place suits or lacks something, and see two side by "
        "side. Propose her to Snickeriet, which is nearly full: the days come from her plan. Then try somebody "
        "more and read the refusal."
    ),
    "matching:find_place",
    "Gun-Britt Utkastsson",
)


def gun_britt(town: Town) -> None:
    """Make Gun-Britt, who has a plan and no place; the crowd leaves one free in the workshop."""
    jonna = town.colleagues["jonna"]
    human = known(town, "Gun-Britt", "Utkastsson", "K", date(1979, 9, 3))
    case_of(town, human, TODAY - timedelta(days=80))
    mapped = TODAY - timedelta(days=60)
    words = "Jag vill snickra. Det gjorde jag med pappa. Helst där det är lugnt."
    plans.map_with_words(town, human, mapped, words, branch_wish=["wood", "textile"], needs=["quiet"], most_travel=40)
    plans.step(town, human, 1, mapped, jonna, plans.EVIDENCE[1])
    plans.plan(town, human, jonna, TODAY - timedelta(days=41))
