"""Samira's own view of how it goes."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.rooms.plans import rate
from trappan.demo.town import Town

CARD = Card(
    "ownview",
    "Jonna Mallgren",
    _("As she sees it herself"),
    _(
        "What Samira has said of herself three times, in her own words and degrees: optional, never a "
        "score and never a gate. Ask her once more, or take back what was a slip."
    ),
    "plans:ratings",
    "Samira Påhitt",
)
# The day, and by statement the degree and what was said to it.
ROUNDS = (
    (
        date(2026, 3, 24),
        (
            ("confidence", 2, "Jag är rädd att svara i telefon."),
            ("everyday", 3, ""),
            ("safety", 2, ""),
            ("next_step", 1, ""),
        ),
    ),
    (date(2026, 7, 2), (("confidence", 3, ""), ("everyday", 3, ""), ("safety", 4, ""), ("next_step", 2, ""))),
    (
        date(2026, 11, 4),
        (
            ("confidence", 4, "Jag tog beställningar hela lunchen."),
            ("everyday", 3, ""),
            ("safety", 4, ""),
            ("next_step", 4, "Jag vill prova ett riktigt kök."),
        ),
    ),
)


def ratings(town: Town) -> None:
    """Write three rounds of Samira's own view: trust in herself and daring rise, and in November in her words."""
    human, jonna = town.people[CARD.person], town.colleagues["jonna"]
    for day, answers in ROUNDS:
        for statement, answer, words in answers:
            rate(town, human, jonna, day, statement, answer, words)
