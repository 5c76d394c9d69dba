"""What placements at employers that are over ask for: read what is told, ring, go through it with the person."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.desk.work.rows import Queue, Row, address, by_age, person_url, until

LATE = timedelta(days=14)  # after its last day, or the answer, somebody should have seen to it
OVER = {
    "said": (gettext_lazy("The employer has answered how it went: read it"), gettext_lazy("Read")),
    "anew": (gettext_lazy("The employer asks for a new form about how it went: send it"), gettext_lazy("Send")),
    "ring": (gettext_lazy("Ask the employer how it went: no form is out"), gettext_lazy("Ring")),
    "show": (gettext_lazy("The employer has told how it went: go through it together"), gettext_lazy("Go through it")),
}


def over_row(name: str, person_id: int, asks: str, agreement_id: int, day: date, today: date) -> Row:
    """Return the line of a placement that is over, by what it asks for; late after two weeks."""
    why, door = OVER[asks]
    row = Row(name, person_url(person_id), str(why), day, str(door), address("agreements:ending", agreement_id))
    return until(row, day + LATE, today) if day + LATE < today else row


def over_queue(rows: Iterable[Row]) -> Queue:
    """Return the list of placements that are over and ask for something."""
    why = _("A placement at an employer is over. Longest ago first.")
    return Queue(_("How it went at the employer"), why, "today", by_age(rows), "sites")
