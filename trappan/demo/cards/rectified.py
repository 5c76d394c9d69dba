"""What was written wrong of Samira: a misspelt name and somebody else's number."""

import json
from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import moment
from trappan.demo.town import Town

CARD = Card(
    "rectified",
    "Ulla Provstedt",
    _("What is wrong is put right, and nothing is lost"),
    _(
        "Samira's name came in misspelt, and with somebody else's number. Ulla puts it right with a reason; what stood "
        "before stays for those who may read it, and the number is free for the one whose it is. Put something right "
        "yourself: the household and decisions work the same way."
    ),
    "people:details",
    "Samira Påhitt",
)


def put_right(town: Town) -> None:
    """Keep what stood of Samira before: a name, and a number that never was hers."""
    human, ulla = town.people[CARD.person], town.colleagues["ulla"]
    for day, about, was, number, reason in (
        (date(2024, 4, 10), "person", {"given_name": "Samria"}, "", "Felstavat i ansökan"),
        (date(2024, 4, 11), "number", {"starts_on": "2024-04-08"}, "19911105R007", "Numret är en annan persons"),
    ):
        town.rows.add(
            "people_rectification",
            person_id=human.id,
            about=about,
            was=json.dumps(was),
            number=number,
            reason=reason,
            author_id=ulla,
            at=moment(day, 10),
        )
