"""The organisation as it was on a day, as a tree: bodies, units in units, and how many worked there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.schedules.periods import day_before
from trappan.staff.kept import kept_bodies, without_leader
from trappan.staff.models import EarlierUnit, Membership, Unit

SHOWN = 12  # days on which something changed


@dataclass
class Node:
    """A body or unit of the tree: its name that day, how many worked there, and what lies in it."""

    name: str
    url: str = ""
    colleagues: int = 0
    kind: str = ""
    is_unled: bool = False
    after: str = ""
    parts: list["Node"] = field(default_factory=list)


def tree(day: date, today: date) -> list[Node]:
    """Return the bodies that whoever acts keeps, as they were on a day; what lacks a leader is said of today only."""
    units = list(
        Unit.objects.on(day)
        .filter(organisation__in=kept_bodies().values("pk"))
        .prefetch_related(Prefetch("succeeds", Unit.objects.order_by("name", "pk")))
        .order_by("name", "pk")
    )
    was = {one.unit_id: one for one in EarlierUnit.objects.on(day).filter(unit__in=units)}
    counted = dict(
        Membership.objects.on(day)
        .filter(confirmed_at__isnull=False)
        .values_list("unit")
        .annotate(Count("colleague", distinct=True))
    )
    unled = set(without_leader().values_list("pk", flat=True)) if day == today else set()
    nodes = {}
    for unit in units:
        nodes[unit.pk] = Node(
            was[unit.pk].name if unit.pk in was else unit.name,
            reverse("staff:unit", args=[unit.pk]),
            counted.get(unit.pk, 0),
            str(unit.get_kind_display()),
            unit.pk in unled,
            after=together([one.name for one in unit.succeeds.all()]),
        )
    of_body: dict[int, list[Node]] = defaultdict(list)
    bodies = {unit.pk: unit.organisation_id for unit in units}
    for unit in units:
        above = was[unit.pk].parent_id if unit.pk in was else unit.parent_id
        # A partner's workplace is the partner's, though a head of the municipality confirms who works there.
        beside = of_body[unit.organisation_id]
        if above is not None and bodies.get(above) == unit.organisation_id:
            beside = nodes[above].parts
        beside.append(nodes[unit.pk])
    return [
        Node(body.name, kind=str(body.get_kind_display()), parts=sorted_parts(of_body[body.pk]))
        for body in kept_bodies().filter(pk__in=of_body)
    ]


def together(names: Sequence[str]) -> str:
    """Say names in a row, as "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def sorted_parts(parts: list[Node]) -> list[Node]:
    """Return nodes by name, what lies in them too."""
    for part in parts:
        part.parts = sorted_parts(part.parts)
    return sorted(parts, key=lambda one: one.name.casefold())


def days_of_change(today: date) -> list[date]:
    """Return the latest days up to today on which a unit began or was changed, and the last day of what closed."""
    units = Unit.objects.filter(organisation__in=kept_bodies().values("pk"))
    days: set[date] = set()
    for starts_on, ends_on in units.values_list("starts_on", "ends_on"):
        days |= {starts_on, *([day_before(ends_on), ends_on] if ends_on else [])}
    days |= set(EarlierUnit.objects.filter(unit__in=units).values_list("ends_on", flat=True))
    return sorted((day for day in days if day <= today), reverse=True)[:SHOWN]


def history(unit: Unit) -> list[tuple[str, str, date, date | None]]:
    """Return what a unit was before, newest first: its own earlier names, and the units that it came after."""
    rows: list[tuple[str, str, date, date | None]] = [
        (one.name, one.parent.name if one.parent else "", one.starts_on, day_before(one.ends_on))
        for one in unit.earlier.select_related("parent")
    ]
    before = list(unit.succeeds.order_by("name", "pk"))
    told = {unit.pk}
    while before:
        rows += [(one.name, "", one.starts_on, day_before(one.ends_on)) for one in before]
        told |= {one.pk for one in before}
        before = list(Unit.objects.filter(successors__in=before).exclude(pk__in=told).distinct().order_by("name", "pk"))
    return rows


def shut(today: date) -> list[tuple[Unit, str]]:
    """Return the units that have closed, the latest first, each with the names of those that replaced it."""
    closed = Unit.objects.filter(Q(ends_on__lte=today), organisation__in=kept_bodies().values("pk"))
    found = closed.prefetch_related("successors").order_by("-ends_on", "name")[:50]
    return [(one, together([after.name for after in one.successors.all()])) for one in found]
