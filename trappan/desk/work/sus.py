"""What a consultant has to key in to SUS: starts and ends of those who take part in an initiative."""

from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.work.rows import Queue, Row, person_url


def to_key_in() -> Queue:
    """Return the starts and ends of one's own cases that are to be keyed in, the oldest first."""
    rows = [
        Row(
            one.name,
            person_url(one.person_id),
            (_("Began: %(initiative)s") if one.moment == "start" else _("Ended: %(initiative)s"))
            % {"initiative": one.initiative},
            one.day,
            _("Open the sheet"),
            reverse(f"exchange:sus_{one.moment}", args=[one.participation_id]),
        )
        for one in database.rows("exchange_sus_mine")
    ]
    why = _("With a written consent. What is missing stands on the sheet.")
    return Queue(_("To key in to SUS"), why, "week", rows, "after")
