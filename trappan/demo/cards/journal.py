"""Samira's journal."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.cases import note, object_to
from trappan.demo.town import Town

CARD = Card(
    "journal",
    "Jonna Mallgren",
    _("What happened, what we judge, and what she says"),
    _(
        "Samira's journal: facts apart from assessments, a locked note that was wrong, the note that "
        "corrects it, and her own objection beside. Write one and close the tab: what you typed is still "
        "there."
    ),
    "cases:journal",
    "Samira Påhitt",
)


def notes(town: Town) -> None:
    """Write three notes of Samira's: one locked and corrected, one with an objection, one still open."""
    human, jonna = town.people[CARD.person], town.colleagues["jonna"]
    wrong = note(
        town,
        human,
        jonna,
        date(2026, 9, 8),
        "contact",
        "partner",
        "Handledaren säger att Samira var borta hela förra veckan.",
        name="Tor Låtsberg, handledare",
    )
    said = "Jag var borta i två dagar, och jag ringde på morgonen."
    object_to(town, human, wrong, jonna, date(2026, 9, 15), said)
    note(
        town,
        human,
        jonna,
        date(2026, 9, 8),
        "contact",
        "partner",
        "Samira var borta måndag och tisdag. Hon hade ringt båda dagarna; det hade inte förts vidare.",
        written_at=moment(date(2026, 9, 25), 9),
        name="Tor Låtsberg, handledare",
        corrects=wrong,
    )
    note(
        town,
        human,
        jonna,
        date(2026, 10, 5),
        "meeting",
        "person",
        "Vi gick igenom trappan. Samira visar själv på steg 4: hon tar emot beställningar på svenska.",
        "Är på väg mot steg 4. Vi följer upp med handledaren i november.",
        at=moment(date(2026, 10, 5), 14),
        written_at=moment(date(2026, 10, 5), 16),
    )
    note(
        town,
        human,
        jonna,
        TODAY - timedelta(days=2),
        "contact",
        "person",
        "Ringde: provet på sfi är flyttat till den 15 januari.",
        "Målets dag stämmer fortfarande.",
        written_at=moment(TODAY - timedelta(days=1), 12),
    )
