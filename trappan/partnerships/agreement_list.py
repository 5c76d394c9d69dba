"""The agreements as a list: with whom, how far each has come, until when, and what comes next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.partnerships.models import Agreement
from trappan.partnerships.standing import STAGES, Coming, Standing, coming, standings
from trappan.schedules.periods import day_before
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", gettext_lazy("Agreement"), sortable=True),
    Column("partner", gettext_lazy("Partner"), sortable=True),
    Column("stage", gettext_lazy("Stage"), sortable=True),
    Column("starts", gettext_lazy("Holds from"), sortable=True),
    Column("ends", gettext_lazy("Last day"), sortable=True),
    Column("next", gettext_lazy("What comes"), sortable=True),
)
USUAL = Order("name")


@dataclass(frozen=True)
class Listed:
    """An agreement with how far it has come, the open draft of an amendment to it, and the next day of it."""

    agreement: Agreement
    standing: Standing
    is_amended: bool
    next: Coming | None


VALUES: Mapping[str, Callable[[Listed], Any]] = {
    "name": lambda one: one.agreement.name.casefold(),
    "partner": lambda one: (one.agreement.organisation_as or one.agreement.organisation.name).casefold(),
    "stage": lambda one: list(STAGES).index(one.standing.stage),
    "starts": lambda one: one.agreement.starts_on,
    "ends": lambda one: one.agreement.last_end,
    "next": lambda one: one.next and one.next.day,
}


def listed(agreements: Sequence[Agreement], today: date) -> list[Listed]:
    """Return agreements with what the list says of each."""
    found = []
    for one in agreements:
        first, *others = standings(one, today)
        is_amended = any(other.version.is_draft for other in others)
        found.append(Listed(one, first, is_amended, next(iter(coming([one], today)), None)))
    return found


def ordered(found: Sequence[Listed], order: Order) -> list[Listed]:
    """Return agreements in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: Listed, today: date) -> ListRow:
    """Say an agreement in a row."""
    agreement, last = one.agreement, day_before(one.agreement.last_end)
    amending = _("An amendment is drafted") if one.is_amended else ""
    return ListRow(
        agreement.pk,
        [
            Cell(
                agreement.name,
                url=reverse("partnerships:agreement", args=[agreement.pk]),
                below=agreement.get_kind_display(),
            ),
            Cell(agreement.organisation_as or agreement.organisation.name),
            Cell(one.standing.words, color=one.standing.color, below=amending),
            Cell(short_day(agreement.starts_on, today), in_file=agreement.starts_on),
            Cell(short_day(last, today), in_file=last) if last else Cell(_("Until further notice")),
            Cell(one.next.words, below=short_day(one.next.day, today)) if one.next else Cell(),
        ],
    )
