"""What agreements with employers ask of whoever keeps them."""

from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.work.rows import OPEN, Queue, Row, address, person_url
from trappan.secrecy.acting import Actor


def agreement_queues(actor: Actor, box: str) -> list[Queue]:
    """Return the agreements that wait for somebody, and those that end soon; a start that has passed is late."""
    waiting, ending = [], []
    words = {
        "answered": _("The employer did not sign: read why"),
        "merged": _("The employer has gone up in another: write the agreement anew"),
        "last": _("Both have signed: sign for the municipality"),
        "waits": _("Waits for signatures"),
        "ends": _("The agreement ends: extend it, or prepare the end"),
    }
    for one in database.rows("agreements_on_desk", actor.membership_id):
        due = one.day
        row = Row(
            one.name,
            person_url(one.person_id),
            words[one.asks],
            None,
            str(OPEN),
            address("agreements:agreement", one.agreement_id),
            due=due,
            late=due < actor.today,
        )
        (ending if one.asks == "ends" else waiting).append(row)
    return [
        Queue(_("Agreements to sign"), _("Nobody is expected until all three have signed."), "today", waiting, box),
        Queue(_("Agreements that end"), _("The last to end last."), "week", ending, box),
    ]
