"""What the ends of one's own people's placements at employers ask for: read, ring, go through it with the person."""

from datetime import timedelta

from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.work.rows import Queue, Row, address, by_age, person_url, until
from trappan.secrecy.acting import Actor

LATE = timedelta(days=14)  # after its last day somebody should have asked, or gone through it


def ending_queue(actor: Actor, person_id: int | None = None) -> Queue:
    """Return the ends that something is to be done about, of all one's own people or of one of them."""
    words = {
        "said": (_("%(employer)s has answered how it went: read it"), _("Read")),
        "ring": (_("Ask %(employer)s how it went: no form is out"), _("Ring")),
        "show": (_("%(employer)s has told how it went: go through it together"), _("Go through it")),
    }
    rows = []
    for one in database.rows("agreements_endings_on_desk"):
        if person_id in (None, one.person_id):
            why, door = words[one.asks]
            page = address("agreements:ending", one.agreement_id)
            row = Row(one.name, person_url(one.person_id), why % {"employer": one.employer}, one.day, door, page)
            late = one.day + LATE < actor.today
            rows.append(until(row, one.day + LATE, actor.today) if late else row)
    why = _("A placement at an employer is over. Longest ago first.")
    return Queue(_("How it went at the employer"), why, "today", by_age(rows), "sites")
