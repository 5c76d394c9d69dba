"""A plan to write: Marko's kartläggning is done."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import plans
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "plan",
    "Jonna Mallgren",
    _("A plan that both agree to"),
    _("Marko's kartläggning is done. Write the plan, set a goal, note how he agreed, decide it, and read the PDF."),
    "plans:plan",
    "Marko Fiktivić",
)


def marko(town: Town) -> None:
    """Make Marko, whose kartläggning is done and whose plan nobody has written."""
    human = known(town, "Marko", "Fiktivić", "M", date(1983, 6, 20))
    case_of(town, human, TODAY - timedelta(days=30))
    mapped = TODAY - timedelta(days=13)
    plans.map_with_words(town, human, mapped, "Jag vill köra lastbil igen.")
    plans.step(town, human, 1, mapped, town.colleagues["jonna"], plans.EVIDENCE[1])
