"""Jonna's cases, and those on their way between her and Pelle."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import plans
from trappan.demo.rooms.cases import case_of, hand_over
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "caseload",
    "Jonna Mallgren",
    _("Jonna's cases, and one on its way to her"),
    _(
        "Every case with what it waits for and since when, hours planned of the target, latest contact. "
        "Pelle hands Ines to her: receive the case or send it back."
    ),
    "desk:caseload",
)
# name, gender, year of birth, giver, days since it was handed over, answer, note
ON_THEIR_WAY = (
    (
        "Ines",
        "Skissdal",
        "K",
        1990,
        "pelle",
        2,
        "",
        "Vill börja på lagret. Har tid hos vägledaren på torsdag; följ gärna med första gången.",
    ),
    (
        "Isak",
        "Modellsson",
        "M",
        1981,
        "jonna",
        6,
        "sent_back",
        "Vill byta konsulent sedan i somras; önskar någon som talar finska.",
    ),
    ("Rosa", "Attrapp", "K", 1976, "jonna", 9, "received", "Börjar på Vallaverkstan i december. Ring på förmiddagar."),
)
MORE = (
    ("Alva", "Utopia", "K", 1988, "pelle", 1, "", "Går i sfi på förmiddagar. Vi har precis pratat om lagerarbete."),
    ("Miro", "Tankesson", "M", 1988, "pelle", 3, "", "Uppföljning av planen den 20 november; tolk behövs inte längre."),
    ("Greger", "Låtsas", "M", 1988, "jonna", 8, "sent_back", "Vill ha en konsulent närmare hemmet."),
    ("Saga", "Fantasilund", "K", 1988, "jonna", 11, "sent_back", "Har frågat efter någon som kan bagerier."),
)


def on_their_way(town: Town) -> None:
    """Make cases between Jonna and Pelle: one waits for her, one came back, one he has received."""
    for one in ON_THEIR_WAY:
        handed(town, *one)


def more_on_their_way(town: Town) -> None:
    """Make some more: two wait for Jonna, two have come back to her."""
    for one in MORE:
        handed(town, *one)


def handed(
    town: Town, first: str, last: str, gender: str, year: int, from_whom: str, days: int, answer: str, note: str
) -> None:
    """Make somebody whose case one of the two has handed to the other, some days ago."""
    to_whom = "jonna" if from_whom == "pelle" else "pelle"
    giver, receiver = town.colleagues[from_whom], town.colleagues[to_whom]
    human = known(town, first, last, gender, date(year, 5, 9))
    opened = TODAY - timedelta(days=120)
    case_of(town, human, opened, to_whom if answer == "received" else from_whom)
    mapped = opened + timedelta(days=14)
    plans.map_with_words(town, human, mapped, "Jag vill ha ett arbete där jag rör på mig.")
    plans.step(town, human, 1, mapped, giver, plans.EVIDENCE[1])
    plans.plan(town, human, giver, opened + timedelta(days=30))
    hand_over(town, human, giver, receiver, TODAY - timedelta(days=days), answer, note)
