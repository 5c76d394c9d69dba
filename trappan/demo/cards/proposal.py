"""Proposals that a site answers before it knows who."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import placements
from trappan.demo.rooms.activities import site_of
from trappan.demo.rooms.history import event
from trappan.demo.tour_people import AFTERNOONS, MORNINGS, with_a_plan
from trappan.demo.town import Town

CARD = Card(
    "proposal",
    "Tor Låtsberg",
    _("A site answers before it knows who"),
    _(
        "Ahlam and Torsten are proposed: Tor sees first name, aim and times. Accept one and note the "
        "introduction, or say no with a reason that the consultant reads."
    ),
    "attendance:here",
)
# name, gender, whose site, first day from today, aim, what the site answered
PROPOSED = (
    ("Ahlam", "Luftman", "K", "tor", 7, "Öva på att ta emot beställningar på svenska.", ""),
    ("Torsten", "Tankeson", "M", "tor", 12, "Komma i gång med tider två dagar i veckan.", ""),
    ("Selma", "Påhittig", "K", "sara", 6, "Prova kassan inför ett butiksarbete.", ""),
    (
        "Idris",
        "Skenberg",
        "M",
        "sara",
        9,
        "Köra ut varor och träffa kunder.",
        "Vi har ingen som kan handleda på eftermiddagar just nu.",
    ),
)


def proposed(town: Town) -> None:
    """Make those who are proposed to Tor and Sara; one of them Sara has refused."""
    jonna, day = town.colleagues["jonna"], TODAY - timedelta(days=3)
    for first, last, gender, key, days, aim, refused in PROPOSED:
        human = with_a_plan(town, first, last, gender)
        start = TODAY + timedelta(days=days)
        placements.propose(
            town, human, site_of(town, key), jonna, start, None, AFTERNOONS, day, refused=refused, aim=aim
        )
        event(town, human, day, "placements.propose", "activity", jonna)


def begins_today(town: Town) -> None:
    """Make Kalle, whom Tor is to introduce today."""
    human, site = with_a_plan(town, "Kalle", "Utkastberg", "M"), site_of(town, "tor")
    placements.place(town, human, site, town.colleagues["jonna"], TODAY, None, MORNINGS, introduced=False)
