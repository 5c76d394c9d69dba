"""The partners as a list: what is agreed, until when, how many places, and what to look at again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.partnerships.partners import Partner
from trappan.schedules.periods import day_before
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

NAME = Column("name", gettext_lazy("Partner"), sortable=True)
PLACES = Column("places", gettext_lazy("Places agreed"), sortable=True, number=True)
COLUMNS = (NAME, Column("agreement", gettext_lazy("Agreement"), sortable=True), PLACES)
CHECKS = Column("checks", gettext_lazy("Checks"), sortable=True)
USUAL = Order("name")
VALUES: Mapping[str, Callable[[Partner], Any]] = {
    "name": lambda one: one.organisation.name.casefold(),
    "agreement": lambda one: min((agreed.last_end for agreed in one.in_force if agreed.last_end), default=None),
    "places": lambda one: one.places,
    "checks": lambda one: len(one.unchecked) or None,
}


def ordered(found: Sequence[Partner], order: Order) -> list[Partner]:
    """Return partners in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: Partner, today: date, *, checks: bool) -> ListRow:
    """Say a partner in a row; what somebody should look at again only to whoever keeps the partners."""
    page = reverse("partnerships:partner", args=[one.organisation.pk])
    cells = [
        Cell(one.organisation.name, url=page, below=one.organisation.get_basis_display()),
        agreement_cell(one, today),
        Cell(str(one.places), in_file=one.places),
    ]
    if checks:
        count = len(one.unchecked)
        to_look_at = ngettext("one to look at", "%(count)s to look at", count) % {"count": count}
        cells.append(Cell(to_look_at, color="warning") if count else Cell(_("All hold")))
    return ListRow(one.organisation.pk, cells)


def agreement_cell(one: Partner, today: date) -> Cell:
    """Say which agreements are in force and until when, or that none is."""
    if not one.in_force:
        return Cell(_("None in force"), color="warning")
    until = [
        _("last day %(day)s") % {"day": short_day(day_before(agreed.last_end), today)}
        if agreed.last_end
        else _("until further notice")
        for agreed in one.in_force
    ]
    soon = [_("ends soon")] if one.ends_soon else []
    return Cell(", ".join(agreed.name for agreed in one.in_force), below=", ".join([*until, *soon]))
