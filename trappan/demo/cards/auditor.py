"""The log of who has looked: openings first, equal refusals in one row, somebody who tried door after door."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms.history import look
from trappan.demo.town import Town

CARD = Card(
    "auditor",
    "Greta Granskare",
    _("Who has looked?"),
    _(
        "Greta sees at the top that Pelle tried door after door yesterday evening, and in the rows that Sara met a "
        "closed one. Write a case number from a row in the field, and make the paper for whoever asks who has read."
    ),
    "desk:log",
)
TRIED = 13  # doors, more than anybody meets by mistake in an hour


def looked(town: Town) -> None:
    """Let colleagues have read about Samira on the days before, and Pelle have gone from door to door."""
    human = town.people["Samira Påhitt"]
    for ago, who, verb in (
        (9, "jonna", "desk.see_person"),
        (8, "ulla", "assistance.see_support"),
        (3, "jonna", "cases.see_journal"),
        (1, "tor", "attendance.see_there"),
        (1, "jonna", "desk.see_person"),
    ):
        look(town, TODAY - timedelta(days=ago), (10, 15), town.colleagues[who], verb, human.id)
    evening = TODAY - timedelta(days=1)
    for at in range(TRIED):
        number = 900_001 + max(at - 2, 0)
        look(
            town,
            evening,
            (19, 5 + at),
            town.colleagues["pelle"],
            "desk.refused",
            path=f"/people/{number}/",
            status=404,
            page="desk:person",
            ids=[str(number)],
        )
