"""The list of participants: what a row says to those who work with cases, at a site, or on a referral."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import SeatUse, week_of_seat
from trappan.cases.models import Referral
from trappan.database.among import IsAmong
from trappan.desk.case_rows import shown
from trappan.desk.lists.facts import facts, name_cell, person_url, responsible_of, stage_cell, step_cell, step_count
from trappan.desk.lists.walked import Kind, where_known
from trappan.people.reach import Named
from trappan.placements.models import Placement
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import SITE_STAFF, has
from trappan.ui.lists.columns import Cell, Column
from trappan.ui.templatetags.ui import in_week, short_day

NAME = Column("name", _("Participant"), sortable=True)
STAGES = ("unassigned", "unmapped", "unplanned", "waiting", "placed")


def kind_of(actor: Actor) -> Kind:
    """Return what the list says to a role: a supervisor's rows are a supervisor's facts."""
    if has(actor, "plans.see_plan"):
        return of_cases()
    return of_site(actor) if actor.role in SITE_STAFF else of_referrals(actor)


def of_cases() -> Kind:
    """Say case, stage, step, activity and who is responsible."""
    words, count = shown(), step_count()

    def cells(person: Named, fact: Any, in_file: bool) -> Sequence[Cell]:
        where = fact.activity_name if fact and not (in_file and person.is_protected) else ""
        return (
            name_cell(person, person_url(person.pk), in_file=in_file),
            Cell(fact.number if fact else ""),
            stage_cell(fact, words),
            step_cell(fact.step, count) if fact else Cell(),
            Cell(where),
            Cell(responsible_of(fact)),
        )

    return Kind(
        columns=(
            NAME,
            Column("case", _("Case"), sortable=True),
            Column("stage", _("Stage"), sortable=True, card="bare"),
            Column("step", _("Distance (step)"), sortable=True, card="side"),
            Column("activity", _("Activity"), sortable=True),
            Column("responsible", _("Responsible"), sortable=True),
        ),
        facts=facts,
        cells=cells,
        values={
            "case": where_known(lambda fact: fact.number, "number"),
            "stage": where_known(lambda fact: STAGES.index(fact.stage), "stage"),
            "step": where_known(lambda fact: fact.step, "step"),
            "activity": where_known(lambda fact: fact.activity_name, "activity_name"),
            "responsible": where_known(family_first, "responsible_given", "responsible_family"),
        },
    )


def family_first(fact: Any) -> str:
    """Return who is responsible, the family's name first."""
    return " ".join(reversed(responsible_of(fact).split(" ", 1)))


def of_site(actor: Actor) -> Kind:
    """Say where at the site, at what times, and from which to which day."""
    today = actor.today

    def cells(person: Named, there: Any, in_file: bool) -> Sequence[Cell]:
        placement, week = there or (None, "")
        last = day_before(placement.ends_on) if placement else None
        return (
            name_cell(person, person_url(person.pk), in_file=in_file),
            Cell(placement.activity.name if placement else ""),
            Cell(week),
            day_cell(placement.starts_on if placement else None, today),
            day_cell(last, today),
        )

    return Kind(
        columns=(
            NAME,
            Column("activity", _("Activity"), sortable=True, card="bare"),
            Column("week", _("Times")),
            Column("first", _("First day"), sortable=True),
            Column("last", _("Last day"), sortable=True),
        ),
        facts=lambda person_ids, _only: placed(person_ids, actor),
        cells=cells,
        values={
            "activity": where_known(lambda there: there[0].activity.name),
            "first": where_known(lambda there: there[0].starts_on),
            "last": where_known(lambda there: there[0].ends_on),
        },
    )


def placed(person_ids: Sequence[int], actor: Actor) -> Mapping[int, Any]:
    """Return each person's latest placement at the actor's own site, with its ordinary week in words."""
    rows = Placement.objects.filter(IsAmong("person_id", person_ids), unit_id=actor.unit_id, agreed=True)
    latest = {one.person_id: one for one in rows.select_related("activity").order_by("starts_on", "pk")}
    seats: dict[Any, list[SeatUse]] = {}
    for use in SeatUse.objects.lasting(actor.today).filter(seat__in=[one.seat for one in latest.values()], once=False):
        seats.setdefault(use.seat, []).append(use)
    return {person_id: (one, in_week(week_of_seat(seats.get(one.seat, [])))) for person_id, one in latest.items()}


def of_referrals(actor: Actor) -> Kind:
    """Say when the person was referred to the unit, when it began and ended, and who has taken it on."""
    today = actor.today

    def cells(person: Named, referral: Any, in_file: bool) -> Sequence[Cell]:
        who = referral.responsible.colleague.name if referral and referral.responsible else ""
        return (
            name_cell(person, person_url(person.pk), in_file=in_file),
            day_cell(localtime(referral.referred_at).date() if referral else None, today),
            day_cell(referral.starts_on if referral else None, today),
            day_cell(referral.ends_on if referral else None, today),
            Cell(who),
        )

    def referred(person_ids: Sequence[int], _only: Collection[str]) -> Mapping[int, Any]:
        rows = Referral.objects.filter(IsAmong("person_id", person_ids), unit_id=actor.unit_id)
        return {one.person_id: one for one in rows.select_related("responsible__colleague").order_by("referred_at")}

    return Kind(
        columns=(
            NAME,
            Column("referred", _("Referred"), sortable=True),
            Column("begun", _("Begun"), sortable=True),
            Column("ended", _("Ended"), sortable=True),
            Column("responsible", _("Responsible"), sortable=True),
        ),
        facts=referred,
        cells=cells,
        values={
            "referred": where_known(lambda one: one.referred_at),
            "begun": where_known(lambda one: one.starts_on),
            "ended": where_known(lambda one: one.ends_on),
            "responsible": where_known(lambda one: one.responsible and one.responsible.colleague.family_name),
        },
    )


def day_cell(value: date | None, today: date, below: str = "") -> Cell:
    """Return a day, with its year where that is another one; the file has the day itself."""
    return Cell(short_day(value, today), in_file=value, below=below)
