"""Everybody under the requirement whom one reaches: hours, plan, request and place, in one row each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.desk.case_rows import shown
from trappan.desk.lists.facts import facts, name_cell
from trappan.desk.lists.walked import Kind, Value, Walk
from trappan.desk.work.rows import address
from trappan.people.reach import FIRST, LAST, Key, Named
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.ui.lists.columns import Cell, Column
from trappan.ui.templatetags.ui import hours, short_day

PLAN, PLACE = ("plan_id", "has_draft", "review_on"), ("stage", "activity_name")
# Where somebody stands, by plan, request and place: in words, and of which facts it is told.
STATUSES: Mapping[str, tuple[Any, Value]] = {
    "unplanned": (gettext_lazy("No plan"), Value(lambda fact: plan_value(fact)[0] == 0, PLAN)),
    "draft": (gettext_lazy("Draft of a plan"), Value(lambda fact: plan_value(fact)[0] == 1, PLAN)),
    "planned": (gettext_lazy("Plan in force"), Value(lambda fact: plan_value(fact)[0] == 2, PLAN)),
    "unasked": (
        gettext_lazy("Not requested"),
        Value(lambda fact: fact is None or fact.asked_at is None, ("asked_at",)),
    ),
    "unreceived": (
        gettext_lazy("Requested, not received"),
        Value(lambda fact: fact is not None and fact.asked_at and not fact.received_on, ("asked_at", "received_on")),
    ),
    "waiting": (gettext_lazy("Waits for a place"), Value(lambda fact: place_value(fact)[0] == 0, PLACE)),
    "placed": (gettext_lazy("In activity"), Value(lambda fact: place_value(fact)[0] == 2, PLACE)),
}


def walk_under() -> Walk:
    """Return what walks those under the requirement in the order of names, the database saying who."""

    def walk(start: Key | None, backwards: bool, limit: int) -> list[Key]:
        sort, person_id = start or (LAST if backwards else FIRST)
        found = database.rows("requirement_in_reach", sort, person_id, backwards, limit)
        return [(one.sort, one.person_id) for one in found]

    return walk


def of_requirement(actor: Actor, filters: Mapping[str, Any]) -> Kind:
    """Say the hours planned of the target, the plan, the request and the place, of those whom the filters leave."""
    today, stages = actor.today, shown()
    page = "requirement:requirement" if has(actor, "requirement.see_requirement") else "desk:person"

    def cells(person: Named, fact: Any, in_file: bool) -> Sequence[Cell]:
        number = fact.number if fact else _("No case")
        return (
            name_cell(person, address(page, person.pk), in_file=in_file, below=number),
            hours_cell(fact),
            plan_cell(fact, today),
            request_cell(fact, today),
            place_cell(fact, stages, hidden=in_file and person.is_protected),
        )

    return Kind(
        columns=(
            Column("name", gettext_lazy("Participant"), sortable=True),
            Column("hours", gettext_lazy("Hours a week"), sortable=True, number=True),
            Column("plan", gettext_lazy("Plan"), sortable=True),
            Column("request", gettext_lazy("Request"), sortable=True),
            Column("place", gettext_lazy("Place"), sortable=True),
        ),
        facts=lambda person_ids, only: facts(person_ids, only, requirement_on=today),
        cells=cells,
        # What is missing stands first: it is what the list is read for.
        values={
            "hours": Value(lambda fact: (fact and fact.weekly_minutes) or 0, ("weekly_minutes",)),
            "plan": Value(plan_value, PLAN),
            "request": Value(lambda fact: fact.asked_at.timestamp() if fact and fact.asked_at else 0, ("asked_at",)),
            "place": Value(place_value, PLACE),
        },
        chosen=chosen_by(filters),
    )


def chosen_by(filters: Mapping[str, Any]) -> list[Value]:
    """Return what everybody on the list has, by what is chosen in the filters."""
    step, word, whose = filters.get("step"), (filters.get("activity") or "").casefold(), filters.get("responsible")
    chosen = [STATUSES[filters["status"]][1]] if filters.get("status") else []
    if step:
        chosen.append(Value(lambda fact: fact is not None and (fact.step or 0) == int(step), ("step",)))
    if word:
        there = Value(
            lambda fact: fact is not None and word in fact.activity_name.casefold(), ("activity_name",), places=True
        )
        chosen.append(there)
    if whose:
        chosen.append(Value(lambda fact: fact is not None and fact.responsible_id in whose, ("responsible_id",)))
    return chosen


def plan_value(fact: Any) -> tuple[int, date]:
    """Return what the plans are sorted by: none, a draft, and then those in force by their next follow-up."""
    if fact is None or (fact.plan_id is None and not fact.has_draft):
        return 0, date.min
    return (1, date.min) if fact.plan_id is None else (2, fact.review_on)


def hours_cell(fact: Any) -> Cell:
    """Say the hours planned of those that the plan in force aims at."""
    if fact is None or fact.weekly_minutes is None:
        return Cell()
    said = {"planned": hours(fact.planned or 0), "target": hours(fact.weekly_minutes)}
    return Cell(_("%(planned)s of %(target)s") % said)


def plan_cell(fact: Any, today: date) -> Cell:
    """Say whether there is a plan in force and when it is followed up, a draft, or none."""
    if fact is None or (fact.plan_id is None and not fact.has_draft):
        return Cell(_("No plan"), color="warning")
    if fact.plan_id is None:
        return Cell(_("Draft"), color="neutral")
    return Cell(_("In force"), below=_("followed up %(day)s") % {"day": short_day(fact.review_on, today)})


def request_cell(fact: Any, today: date) -> Cell:
    """Say when the person was asked to take part, and when that was received."""
    if fact is None or fact.asked_at is None:
        return Cell(_("Not requested"), color="warning")
    below = (
        _("received %(day)s") % {"day": short_day(fact.received_on, today)} if fact.received_on else _("not received")
    )
    return Cell(_("Asked %(day)s") % {"day": short_day(localtime(fact.asked_at), today)}, below=below)


def place_value(fact: Any) -> tuple[int, str]:
    """Return what the places are sorted by: who waits for one, who has none yet, and then by name."""
    if fact is None or not fact.activity_name:
        return (1 if fact is None or fact.stage != "waiting" else 0, "")
    return (2, fact.activity_name.casefold())


def place_cell(fact: Any, stages: Mapping[str, Any], *, hidden: bool) -> Cell:
    """Say where the person is in activity, or waits for it; where a protected one is stands in no file."""
    if fact is None or not fact.activity_name:
        waits = fact is not None and fact.stage == "waiting"
        return Cell(stages["waiting"].words, color="warning") if waits else Cell()
    return Cell(_("In activity") if hidden else fact.activity_name)
