"""The units as a list: whose, of what kind, under which secrecy, and how many work there."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan.schedules.functions import Today
from trappan.staff.models import Unit
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", _("Unit"), sortable=True),
    Column("organisation", _("Organisation"), sortable=True),
    Column("kind", _("Kind"), sortable=True),
    Column("colleagues", _("Colleagues"), sortable=True, number=True),
    Column("unconfirmed", _("Wait for the head"), sortable=True, number=True),
    Column("since", _("Since"), sortable=True, card="wide"),
)
USUAL = Order("organisation")
VALUES: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda unit: unit.name.casefold(),
    "organisation": lambda unit: unit.organisation.name.casefold(),
    "kind": lambda unit: str(unit.get_kind_display()),
    "colleagues": lambda unit: unit.colleagues,
    "unconfirmed": lambda unit: unit.unconfirmed,
    "since": lambda unit: unit.starts_on,
}


def units(order: Order) -> list[Unit]:
    """Return the units that have not ended, in order, each with how many work there and how many wait for the head."""
    there = Q(memberships__ends_on=None) | Q(memberships__ends_on__gt=Today())
    confirmed = Q(memberships__confirmed_at__isnull=False)
    lasting = Unit.objects.lasting(Today()).select_related("organisation")
    counted = lasting.annotate(
        colleagues=Count("memberships", filter=there & confirmed),
        unconfirmed=Count("memberships", filter=there & ~confirmed),
    )
    return by_value(list(counted.order_by("name", "pk")), VALUES[order.key], order)


def row(unit: Any, today: date) -> ListRow:
    """Say a unit in a row."""
    return ListRow(
        unit.pk,
        (
            Cell(unit.name, url=reverse("staff:unit", args=[unit.pk])),
            Cell(unit.organisation.name),
            Cell(unit.get_kind_display()),
            Cell(str(unit.colleagues), in_file=unit.colleagues, color="" if unit.colleagues else "warning"),
            Cell(str(unit.unconfirmed), in_file=unit.unconfirmed, color="warning" if unit.unconfirmed else ""),
            Cell(short_day(unit.starts_on, today), in_file=unit.starts_on),
        ),
    )
