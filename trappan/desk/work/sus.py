"""What a consultant has to key in to SUS: starts and ends of those who take part in an initiative."""

from collections.abc import Sequence

from django.db.models import Exists
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, Row, person_url
from trappan.initiatives.models import Initiative


def with_sus(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case whether anything is registered in SUS here (`uses_sus`), which is the same for all of them."""
    return cases.annotate(uses_sus=Exists(Initiative.objects.filter(in_sus=True)))


def to_key_in(mine: Sequence[Line]) -> Queue:
    """Return the starts and ends of one's own cases that are to be keyed in, the oldest first.

    Asked only where anything is registered there, or no open case says: the start page has a dozen questions as it is.
    """
    is_asked = not mine or getattr(mine[0].case, "uses_sus", False)
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
        for one in (database.rows("exchange_sus_mine") if is_asked else ())
    ]
    why = _("With a written consent. What is missing stands on the sheet.")
    return Queue(_("To key in to SUS"), why, "week", rows, "after")
