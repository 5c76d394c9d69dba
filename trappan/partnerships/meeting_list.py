"""Meetings with partners as a list: when, about what, with whom, and what is left of what was agreed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.partnerships.models import JointMeeting, MeetingAction
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", gettext_lazy("Meeting"), sortable=True),
    Column("day", gettext_lazy("Day"), sortable=True),
    Column("bodies", gettext_lazy("With whom")),
    Column("left", gettext_lazy("Left to do"), sortable=True),
)
USUAL = Order("day", descending=True)


def meetings() -> QuerySet[JointMeeting]:
    """Ask for meetings with who takes part and what was agreed."""
    return JointMeeting.objects.select_related("agreement").prefetch_related("bodies", "actions")


def left(one: JointMeeting) -> list[MeetingAction]:
    """Return what was agreed and is not done."""
    return [action for action in one.actions.all() if action.done_on is None]


VALUES: Mapping[str, Callable[[JointMeeting], Any]] = {
    "name": lambda one: one.name.casefold(),
    "day": lambda one: one.held_on,
    "left": lambda one: len(left(one)) or None,
}


def ordered(found: Sequence[JointMeeting], order: Order) -> list[JointMeeting]:
    """Return meetings in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: JointMeeting, today: date) -> ListRow:
    """Say a meeting in a row."""
    below = _("Called off") if one.called_off_on else _("To come") if one.held_on > today else ""
    return ListRow(
        one.pk,
        [
            Cell(one.name, url=reverse("partnerships:meeting", args=[one.pk]), below=one.get_kind_display()),
            Cell(short_day(one.held_on, today), in_file=one.held_on, below=below),
            Cell(", ".join(body.name for body in one.bodies.all())),
            left_cell(one, today),
        ],
    )


def left_cell(one: JointMeeting, today: date) -> Cell:
    """Say how much of what was agreed is left, and how much of it is late."""
    of = left(one)
    late = sum(action.due_on < today for action in of)
    if late:
        return Cell(ngettext("%(count)s late", "%(count)s late", late) % {"count": late}, color="danger")
    return Cell(ngettext("%(count)s left", "%(count)s left", len(of)) % {"count": len(of)} if of else "")
