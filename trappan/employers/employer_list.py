"""The employers as a list: what they are, when we last spoke, what is promised, and how often they were asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.employers.load import Asked, Load, loads
from trappan.employers.models import Conversation, Employer, Workplace
from trappan.rules.codes import labels
from trappan.rules.rulesets import Rules
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", gettext_lazy("Employer"), sortable=True),
    Column("branch", gettext_lazy("Branch"), sortable=True),
    Column("latest", gettext_lazy("Spoke last"), sortable=True),
    Column("promise", gettext_lazy("Promised by"), sortable=True),
    Column("asked", gettext_lazy("Asked"), sortable=True, card="side"),
)
USUAL = Order("name")
STATES = {"rests": gettext_lazy("Rests"), "ended": gettext_lazy("Ended")}


@dataclass(frozen=True)
class Line:
    """An employer with what is derived of it."""

    employer: Employer
    latest: Conversation | None
    promise: date | None
    asked: Asked
    branches: str
    today: date


VALUES: Mapping[str, Callable[[Line], Any]] = {
    "name": lambda one: one.employer.name.casefold(),
    "branch": lambda one: one.branches,
    "latest": lambda one: one.latest.held_on if one.latest else None,
    "promise": lambda one: one.promise,
    "asked": lambda one: len(one.asked.on),
}


def asked_for(chosen: Mapping[str, Any], today: date) -> QuerySet[Employer]:
    """Return the employers that a filter's choices leave."""
    places = Workplace.objects.filter(employer=OuterRef("pk"))
    open_places = places.open(today)
    found = Employer.objects.living()
    if name := chosen["name"].strip():
        number = Q(organisation_number=name) | Q(organisation_number=f"{name[:6]}-{name[6:]}")
        earlier = Employer.objects.filter(Q(name__icontains=name) | number, merged_into=OuterRef("pk"))
        at = places.filter(Q(name__icontains=name) | Q(address__icontains=name))
        found = found.filter(Q(name__icontains=name) | number | Exists(earlier) | Exists(at))
    if chosen["kind"]:
        found = found.filter(kind=chosen["kind"])
    if chosen["branch"]:
        found = found.filter(Exists(open_places.filter(branch=chosen["branch"])))
    if language := chosen["language"].strip().lower():
        found = found.filter(Exists(open_places.filter(languages__contains=[language])))
    if chosen["part"]:
        found = found.filter(cooperates=chosen["part"] == "cooperates")
    ended = Q(ended_on__lte=today)
    rests = Q(rests_from__lte=today) & (Q(rests_until=None) | Q(rests_until__gt=today))
    if chosen["state"] == "ended":
        return found.filter(ended)
    if chosen["state"] == "rests":
        return found.filter(rests).exclude(ended)
    return found if chosen["state"] == "all" else found.exclude(ended)


def lines(chosen: Mapping[str, Any], today: date, rules: Rules) -> list[Line]:
    """Return the employers that are asked for, each with what is derived of it."""
    promises = Conversation.objects.filter(employer=OuterRef("pk"), done_on=None, next_on__isnull=False)
    found = list(
        asked_for(chosen, today)
        .annotate(promise=Subquery(promises.order_by("next_on").values("next_on")[:1]))
        .prefetch_related(Prefetch("workplaces", Workplace.objects.open(today)), "absorbed")
    )
    latest = {
        one.employer_id: one
        for one in Conversation.objects.order_by("employer_id", "-held_on", "-pk")
        .distinct("employer_id")
        .select_related("author__colleague")
    }
    asked, words, none = loads(today, rules), labels("branch"), Load((), {}, rules)
    made = [
        Line(
            one,
            latest.get(one.pk),
            one.promise,
            asked.get(one.pk, none).of(),
            ", ".join(sorted({words.get(("branch", at.branch), "") for at in one.workplaces.all() if at.branch})),
            today,
        )
        for one in found
    ]
    return [one for one in made if one.asked.is_full] if chosen["state"] == "asked" else made


def ordered(found: Sequence[Line], order: Order) -> list[Line]:
    """Return employers in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def row(one: Line) -> ListRow:
    """Say an employer in a row."""
    employer = one.employer
    state = STATES.get(employer.state(one.today), "")
    part = _("works together with us") if employer.cooperates else ""
    before = ", ".join(absorbed.name for absorbed in employer.absorbed.all())
    earlier = _("also %(names)s") % {"names": before} if before else ""
    below = ", ".join(str(said) for said in (state, employer.get_kind_display(), part, earlier) if said)
    return ListRow(
        employer.pk,
        [
            Cell(employer.name, url=reverse("employers:employer", args=[employer.pk]), below=below),
            Cell(one.branches),
            latest_cell(one),
            promise_cell(one),
            Cell() if employer.cooperates else asked_cell(one.asked),
        ],
    )


def latest_cell(one: Line) -> Cell:
    """Say when somebody last spoke with them, and who."""
    if one.latest is None:
        return Cell(_("Never"))
    who = one.latest.author.colleague.name if one.latest.author else ""
    return Cell(short_day(one.latest.held_on, one.today), in_file=one.latest.held_on, below=who)


def promise_cell(one: Line) -> Cell:
    """Say by which day something is promised; as a warning where the day has passed."""
    if one.promise is None:
        return Cell()
    late = one.promise < one.today
    return Cell(short_day(one.promise, one.today), in_file=one.promise, color="danger" if late else "")


def asked_cell(asked: Asked) -> Cell:
    """Say how often the workplace that was asked most has been asked, and how often at most it is."""
    words = _("%(asked)s (at most %(most)s)") % {"asked": len(asked.on), "most": asked.most}
    return Cell(words, in_file=len(asked.on), color="warning" if asked.is_full else "")
