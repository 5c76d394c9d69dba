"""Those who are on the employer team's list: what they are ready for, how long they have waited, what is on its way."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.matching.models import Proposal, WorkSearch
from trappan.rules.codes import words_of
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import days_in_words, short_day

COLUMNS = (
    Column("name", gettext_lazy("Name"), sortable=True),
    Column("wants", gettext_lazy("Ready for"), sortable=True),
    Column("waited", gettext_lazy("Waited"), sortable=True, card="side"),
    Column("received", gettext_lazy("Received by"), sortable=True),
    Column("proposed", gettext_lazy("Proposals"), sortable=True),
)
USUAL = Order("waited", descending=True)


def lines() -> list[Any]:
    """Return the searches that go on and that the reader sees, with what is on its way for each."""
    open_ones = Q(proposals__outcome="")
    return list(
        WorkSearch.objects.filter(ended_on=None)
        .select_related("person", "received_by__colleague")
        .annotate(
            wants_words=words_of("ready_for", "wants"),
            on_the_way=Count("proposals", filter=open_ones),
            said_yes=Count("proposals", filter=Q(proposals__outcome=Proposal.Outcome.ACCEPTED)),
            asked=Count("proposals"),
            latest=Max("proposals__at"),
        )
        .order_by("starts_on", "pk")
    )


def ordered(found: Sequence[Any], order: Order, today: date) -> list[Any]:
    """Return searches in an order of the list."""
    values: Mapping[str, Callable[[Any], Any]] = {
        "name": lambda one: one.person.sort,
        "wants": lambda one: one.wants_words,
        "waited": lambda one: one.days(today),
        "received": lambda one: one.received_by.colleague.name if one.received_by else "",
        "proposed": lambda one: one.asked,
    }
    return by_value(found, values[order.key], order)


def row(one: Any, today: date) -> ListRow:
    """Say a search in a row."""
    waited = one.days(today)
    since = _("since %(day)s") % {"day": short_day(one.starts_on, today)}
    stands = _("None on its way")
    if one.said_yes:
        stands = _("The employer has said yes")
    elif one.on_the_way:
        stands = ngettext("%(n)s on its way", "%(n)s on their way", one.on_the_way) % {"n": one.on_the_way}
    return ListRow(
        one.pk,
        [
            Cell(one.person.name, url=reverse("matching:work", args=[one.person_id]), below=one.reason),
            Cell(one.wants_words),
            Cell(days_in_words(waited), in_file=waited, below=since),
            Cell(one.received_by.colleague.name if one.received_by else _("Nobody yet")),
            Cell(stands, in_file=one.on_the_way),
        ],
    )
