"""The log as a list: who, what, whose case and where, by the moment."""

from datetime import date, datetime

from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.desk.log import Line
from trappan.ui.lists.columns import Cell, Column, ListRow, Order
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("when", gettext_lazy("When"), sortable=True),
    Column("who", gettext_lazy("Who")),
    Column("what", gettext_lazy("What")),
    Column("case", gettext_lazy("Case")),
    Column("where", gettext_lazy("Where")),
)
USUAL = Order("when", descending=True)


def row(line: Line, today: date) -> ListRow:
    """Say an entry in a row; equal ones say how many and when the first was."""
    times = ""
    if line.row.times > 1:
        said = {"times": line.row.times, "moment": moment(line.row.first_at, today)}
        times = _("%(times)s times, first %(moment)s") % said
    who = f"{line.by.get_role_display()}, {line.by.unit.name}" if line.by else ""
    return ListRow(
        line.row.last_id,
        (
            Cell(moment(line.row.last_at, today), below=times),
            Cell(line.by.colleague.name if line.by else "", below=who),
            Cell(line.kind, color="warning" if line.is_opening else "", below=line.answer),
            Cell(line.number),
            Cell(line.what),
        ),
    )


def moment(at: datetime, today: date) -> str:
    """Write a moment as 12 nov 8.31.09, with its year where that is another one."""
    at = localtime(at)
    return f"{short_day(at, today)} {time_format(at, 'H.i.s')}"
