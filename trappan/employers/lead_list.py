"""The leads as a list: which ad, what is known of its occupation, and until when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.employers.models import Employer, Lead
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("headline", gettext_lazy("Ad"), sortable=True),
    Column("employer", gettext_lazy("Employer"), sortable=True),
    Column("occupation", gettext_lazy("Occupation"), sortable=True),
    Column("place", gettext_lazy("Municipality"), sortable=True),
    Column("last", gettext_lazy("Last day"), sortable=True, card="side"),
)
USUAL = Order("last")


@dataclass(frozen=True)
class Line:
    """A lead, with the employer of ours that has its number, and the day on which the list is read."""

    lead: Lead
    employer_id: int | None
    today: date


VALUES: Mapping[str, Callable[[Line], Any]] = {
    "headline": lambda one: one.lead.headline.casefold(),
    "employer": lambda one: one.lead.employer_name.casefold(),
    "occupation": lambda one: one.lead.occupation_name.casefold(),
    "place": lambda one: one.lead.place_name,
    "last": lambda one: one.lead.last_on,
}


def ours(number: Any) -> QuerySet[Employer]:
    """Return the employer of ours with a lead's organisation number, which may have gone up in another one."""
    return Employer.objects.filter(organisation_number=number).exclude(organisation_number="")


def asked_for(chosen: Mapping[str, Any], today: date) -> QuerySet[Lead]:
    """Return the leads that a filter's choices leave."""
    found = Lead.objects.all()
    if name := chosen["name"].strip():
        found = found.filter(
            Q(headline__icontains=name) | Q(employer_name__icontains=name) | Q(occupation_name__icontains=name)
        )
    if place := chosen["place"].strip():
        found = found.filter(place_name__icontains=place)
    if chosen["experience"]:
        found = found.filter(wants_experience=chosen["experience"] == "some")
    match chosen["state"]:
        case "all":
            return found
        case "aside":
            return found.exclude(put_aside_on=None)
        case "opening":
            return found.filter(opening__isnull=False)
        case "known":
            found = found.filter(Exists(ours(OuterRef("organisation_number"))))
    return found.lasting(today).filter(opening=None)


def lines(chosen: Mapping[str, Any], today: date) -> list[Line]:
    """Return the leads that are asked for, each with the employer of ours that it is of."""
    found = (
        asked_for(chosen, today)
        .select_related("occupation")
        .annotate(ours=Subquery(ours(OuterRef("organisation_number")).values("pk")[:1]))
    )
    return [Line(one, one.ours, today) for one in found]


def ordered(found: Sequence[Line], order: Order) -> list[Line]:
    """Return leads in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: Line) -> ListRow:
    """Say a lead in a row."""
    lead = one.lead
    employer = reverse("employers:employer", args=[one.employer_id]) if one.employer_id else ""
    asks = _("asks for experience") if lead.wants_experience else ""
    return ListRow(
        lead.pk,
        [
            Cell(lead.headline, url=reverse("employers:lead", args=[lead.pk]), below=asks),
            Cell(lead.employer_name, url=employer, below=_("we know them") if employer else ""),
            Cell(lead.occupation_name or "–", below=through(lead)),
            Cell(lead.place_name or "–"),
            Cell(short_day(lead.last_on, one.today) if lead.last_on else "–", in_file=lead.last_on),
        ],
    )


def through(lead: Lead) -> str:
    """Say by what an ad's occupation was found, where that is not by itself."""
    match lead.through:
        case Lead.Through.LABEL:
            return _("found by its name")
        case Lead.Through.GROUP:
            return _("through the group %(group)s") % {"group": lead.occupation}
        case Lead.Through.UNKNOWN:
            return _("an occupation that we do not know")
    return ""
