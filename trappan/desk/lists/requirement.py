"""Everybody under the requirement whom one reaches: hours, plan, request and place, in one row each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.desk.lists.facts import facts, name_cell
from trappan.desk.lists.walked import Kind, Walk
from trappan.desk.work.rows import address
from trappan.people.reach import FIRST, LAST, Key, Named
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.ui.lists.columns import Cell, Column
from trappan.ui.templatetags.ui import hours, short_day


def walk_under() -> Walk:
    """Return what walks those under the requirement in the order of names, the database saying who."""

    def walk(start: Key | None, backwards: bool, limit: int) -> list[Key]:
        sort, person_id = start or (LAST if backwards else FIRST)
        found = database.rows("requirement_in_reach", sort, person_id, backwards, limit)
        return [(one.sort, one.person_id) for one in found]

    return walk


def of_requirement(actor: Actor) -> Kind:
    """Say the hours planned of the target, the plan, the request and the place."""
    today = actor.today
    page = "requirement:requirement" if has(actor, "requirement.see_requirement") else "desk:person"

    def cells(person: Named, fact: Any, in_file: bool) -> Sequence[Cell]:
        number = fact.number if fact else _("No case")
        return (
            name_cell(person, address(page, person.pk), in_file=in_file, below=number),
            hours_cell(fact),
            plan_cell(fact, today),
            request_cell(fact, today),
            place_cell(fact, hidden=in_file and person.is_protected),
        )

    return Kind(
        columns=(
            Column("name", gettext_lazy("Participant"), sortable=True),
            Column("hours", gettext_lazy("Hours a week"), sortable=True, number=True),
            Column("plan", gettext_lazy("Plan"), sortable=True),
            Column("request", gettext_lazy("Request"), sortable=True),
            Column("place", gettext_lazy("Place"), sortable=True),
        ),
        facts=lambda person_ids: facts(person_ids, requirement_on=today),
        cells=cells,
        # What is missing stands first: it is what the list is read for.
        values={
            "hours": lambda fact: (fact and fact.weekly_minutes) or 0,
            "plan": plan_value,
            "request": lambda fact: fact.asked_at.timestamp() if fact and fact.asked_at else 0,
            "place": lambda fact: (1, fact.activity_name.casefold()) if fact and fact.activity_name else (0, ""),
        },
    )


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


def place_cell(fact: Any, *, hidden: bool) -> Cell:
    """Say where the person is in activity; where a protected one is stands in no file."""
    if fact is None or not fact.activity_name:
        return Cell(_("No place"), color="warning")
    return Cell(_("In activity") if hidden else fact.activity_name)
