"""A kartläggning to write: those whom Jonna has not heard yet."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Family, Town

CARD = Card(
    "mapping",
    "Jonna Mallgren",
    _("Kartläggning with the person's own words"),
    _(
        "Jonna is a consultant. Oksana has not been heard yet: write down what she wants in her own words, "
        "and your assessment beside it."
    ),
    "plans:mapping",
    "Oksana Testenko",
)
# name, gender, days since the case was opened
UNHEARD = (("Tuva", "Skisslund", "K", 11), ("Abdi", "Påhittsson", "M", 13), ("Birgitta", "Luftslott", "K", 16))


def oksana(town: Town) -> None:
    """Make Oksana, whose case is open and who has not been heard."""
    human = known(town, "Oksana", "Testenko", "K", date(1987, 3, 12), languages=["ukrainska"])
    case_of(town, human, TODAY - timedelta(days=9))


def unheard(town: Town) -> None:
    """Make some more whom Jonna has not heard, on support since May."""
    for first, last, gender, days in UNHEARD:
        human = known(town, first, last, gender, date(1984, 3, days))
        case_of(town, human, TODAY - timedelta(days=days))
        town.families.append(Family([human], 5 if gender == "K" else 4, date(2026, 5, 1)))
