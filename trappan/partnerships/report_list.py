"""The reports that partners owe, as a list: of which year, where each stands, until when, and what became of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.partnerships.models import AnnualReport
from trappan.partnerships.reports import COLORS, LATE, is_late
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", gettext_lazy("Agreement"), sortable=True),
    Column("partner", gettext_lazy("Partner"), sortable=True),
    Column("year", gettext_lazy("Year"), sortable=True),
    Column("state", gettext_lazy("Stage"), sortable=True),
    Column("due", gettext_lazy("To be sent by"), sortable=True),
    Column("latest", gettext_lazy("Latest")),
)
USUAL = Order("year", descending=True)
STATES = [LATE, *AnnualReport.State.values]


def reports() -> QuerySet[AnnualReport]:
    """Ask for reports with their agreement and their log."""
    return AnnualReport.objects.select_related("agreement__organisation").prefetch_related("steps")


def partner_of(report: AnnualReport) -> str:
    """Return what the partner was called when the agreement was made."""
    return str(report.agreement.organisation_as or report.agreement.organisation.name)


def state_of(report: AnnualReport, today: date) -> str:
    """Return where a report stands: its state, or that the partner is late with it."""
    return LATE if is_late(report, today) else report.state


def ordered(found: Sequence[AnnualReport], order: Order, today: date) -> list[AnnualReport]:
    """Return reports in an order of the list."""
    values: Mapping[str, Callable[[AnnualReport], Any]] = {
        "name": lambda one: one.agreement.name.casefold(),
        "partner": lambda one: partner_of(one).casefold(),
        "year": lambda one: one.year,
        "state": lambda one: STATES.index(state_of(one, today)),
        "due": lambda one: one.due_on,
    }
    return by_value(found, values[order.key], order)


def row(one: AnnualReport, today: date) -> ListRow:
    """Say a report in a row; one that is sent back and late is said to be both."""
    state, latest = state_of(one, today), list(one.steps.all())[-1:]
    words = _("Late") if state == LATE else one.get_state_display()
    below = one.get_state_display() if state == LATE and one.state == AnnualReport.State.BACK else ""
    return ListRow(
        one.pk,
        [
            Cell(one.agreement.name, url=reverse("insight:annual_report", args=[one.pk])),
            Cell(partner_of(one)),
            Cell(str(one.year), in_file=one.year),
            Cell(words, color=COLORS[state], below=below),
            Cell(short_day(one.due_on, today), in_file=one.due_on),
            *(Cell(step.get_kind_display(), below=short_day(step.day, today)) for step in latest),
        ],
    )
