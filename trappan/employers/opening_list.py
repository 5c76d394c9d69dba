"""The openings as a list: what work, at whom, when and for how many."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.employers.models import Opening
from trappan.employers.models.opening import OpeningQuerySet
from trappan.rules.codes import labels
from trappan.rules.models import ConceptLink, ConceptMark
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import hours, short_day

COLUMNS = (
    Column("title", gettext_lazy("Opening"), sortable=True),
    Column("kind", gettext_lazy("Kind"), sortable=True),
    Column("hours", gettext_lazy("Hours a week"), sortable=True),
    Column("places", gettext_lazy("Places"), sortable=True, number=True),
    Column("starts", gettext_lazy("From"), sortable=True, card="side"),
)
USUAL = Order("starts")


@dataclass(frozen=True)
class Line:
    """An opening with the words of its support form, and the day on which the list is read."""

    opening: Opening
    support_form: str
    today: date


VALUES: Mapping[str, Callable[[Line], Any]] = {
    "title": lambda one: one.opening.title.casefold(),
    "kind": lambda one: str(one.opening.get_kind_display()),
    "hours": lambda one: one.opening.weekly_minutes,
    "places": lambda one: one.opening.places,
    "starts": lambda one: one.opening.starts_on,
}


def asked_for(chosen: Mapping[str, Any], today: date) -> OpeningQuerySet:
    """Return the openings that a filter's choices leave."""
    found = Opening.objects.all()
    if name := chosen["name"].strip():
        found = found.filter(
            Q(title__icontains=name)
            | Q(employer__name__icontains=name)
            | Q(occupation__label__icontains=name)
            | Q(workplace__name__icontains=name)
            | Q(workplace__address__icontains=name)
        )
    if chosen["kind"]:
        found = found.filter(kind=chosen["kind"])
    if language := chosen["language"].strip().lower():
        found = found.filter(languages__contains=[language])
    if chosen["licence"]:
        found = found.filter(licence="") if chosen["licence"] == "none" else found.exclude(licence="")
    if chosen["mark"]:
        said = ConceptMark.objects.decided().on(today).filter(kind=chosen["mark"])
        groups = ConceptLink.objects.filter(kind="broader", a=OuterRef("occupation"), b__in=said.values("concept"))
        found = found.filter(Q(occupation__in=said.values("concept")) | Exists(groups))
    if chosen["state"] == "all":
        return found
    if chosen["state"] == "closed":
        return found.exclude(pk__in=Opening.objects.open(today).values("pk"))
    if chosen["state"] == "rests":
        return found.open(today).exclude(pk__in=Opening.objects.to_offer(today).values("pk"))
    return found.to_offer(today)


def lines(chosen: Mapping[str, Any], today: date) -> list[Line]:
    """Return the openings that are asked for, each with what its row says."""
    words = labels("support_form")
    found = asked_for(chosen, today).with_full().select_related("employer", "workplace", "occupation")
    return [Line(one, words.get(("support_form", one.support_form), ""), today) for one in found]


def ordered(found: Sequence[Line], order: Order) -> list[Line]:
    """Return openings in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: Line) -> ListRow:
    """Say an opening in a row."""
    opening, today = one.opening, one.today
    at = ", ".join(str(said) for said in (opening.employer.name, opening.workplace) if said)
    below = f"{opening.occupation} · {at}" if opening.occupation else at
    until = _("up to and including %(day)s") % {"day": short_day(opening.last_on, today)} if opening.last_on else ""
    state = state_of(opening, today)
    return ListRow(
        opening.pk,
        [
            Cell(opening.title, url=reverse("employers:opening", args=[opening.pk]), below=below),
            Cell(opening.get_kind_display(), below=one.support_form),
            Cell(hours(opening.weekly_minutes) if opening.weekly_minutes else _("Not known"), below=state),
            Cell(str(opening.places), in_file=opening.places),
            Cell(short_day(opening.starts_on, today), in_file=opening.starts_on, below=until),
        ],
    )


def state_of(opening: Any, today: date) -> str:
    """Say why an opening, asked for `with_full`, is not offered; nothing where it is."""
    if opening.is_closed(today):
        return _("closed")
    if opening.ends_on is not None and opening.ends_on <= today:
        return _("over")
    standing = opening.employer.state(today)
    if standing:
        return _("the employer rests") if standing == "rests" else _("the contact has ended")
    if opening.workplace is not None and opening.workplace.closed_on and opening.workplace.closed_on <= today:
        return _("the workplace is closed")
    if opening.is_full:
        return _("every place is taken")
    return ""
