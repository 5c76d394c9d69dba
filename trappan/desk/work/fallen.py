"""Cases whose application fell after they were opened: what becomes of the plan?"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, by_age, case_row


def fallen(lines: Iterable[Line], box: str) -> Queue:
    """Return the open cases that rest on an application which no longer stands, until somebody has answered."""
    fell = [(line.case, getattr(line.case, "fell_on", None)) for line in lines]
    rows = [
        case_row(case, _("The application no longer stands"), day, _("What becomes of the plan?"), "plans:plan")
        for case, day in fell
        if day is not None
    ]
    why = _("It was refused or withdrawn after the case was opened. Say that the way goes on, or close the case.")
    return Queue(_("Applications that fell"), why, "today", by_age(rows), box)
