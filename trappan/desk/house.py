"""A partner's own house, as its coordinator sees it: the workplaces together, the agreement, and which days come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from trappan import database
from trappan.activities.models import Activity
from trappan.activities.places import Room, rooms
from trappan.insight.models import EffectGoal
from trappan.partnerships.house import own_units
from trappan.partnerships.models import Agreement, JointMeeting
from trappan.partnerships.partners import signed
from trappan.partnerships.standing import Coming, coming
from trappan.partnerships.waiting import waiting_for
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import SITE_STAFF
from trappan.secrecy.scopes import Role
from trappan.staff.models import Membership, Unit

WITHIN = 28  # days ahead that are told of who begins and ends
MEETINGS = 5


@dataclass(frozen=True)
class Workplace:
    """A workplace of the own organisation: its activities with their places, who works there, its days in numbers.

    `expected` and `marked` are of today, `unfinished` how many days before today have marks left; `starts` and `ends`
    how many places are taken and left within `WITHIN` days. None of them tells of anybody.
    """

    unit: Unit
    rooms: list[Room]
    staff: list[Membership]
    expected: int
    marked: int
    unfinished: int
    starts: int
    ends: int
    is_here: bool


@dataclass(frozen=True)
class Due:
    """A formal day that comes: what, of which agreement, when, and its page."""

    words: str
    name: str
    day: date
    agreement_id: int
    of_effect: bool = False


def house_of(actor: Actor) -> dict[str, Any]:
    """Return what a coordinator sees of the own house; the questions are as many however many workplaces there are."""
    today = actor.today
    units = list(own_units(today))
    above = Q(unit__in=[one.parent_id for one in units if one.parent_id], role=Role.HEAD_OF_UNIT)
    working = list(
        Membership.objects.in_force()
        .filter(above | Q(unit__in=[one.pk for one in units]))
        .select_related("colleague", "unit")
        .order_by("role", "colleague__family_name", "colleague__given_name", "pk")
    )
    activities = Activity.objects.to_find(today).filter(unit__in=[one.pk for one in units])
    full = rooms(activities.order_by("name", "pk"), today)
    days = {one.unit_id: one for one in database.rows("attendance_in_house", WITHIN)}
    agreements = [one for one in signed() if one.kind != Agreement.Kind.FRAMEWORK]
    return {
        "workplaces": [
            Workplace(
                one,
                [room for room in full if room.activity.unit_id == one.pk],
                [member for member in working if member.unit_id == one.pk and member.role in SITE_STAFF],
                days[one.pk].expected,
                days[one.pk].marked,
                days[one.pk].unfinished,
                days[one.pk].starts,
                days[one.pk].ends,
                one.pk == actor.unit_id,
            )
            for one in units
        ],
        "heads": [one for one in working if one.role == Role.HEAD_OF_UNIT],
        "agreements": [one for one in agreements if one.covers(today) or one.starts_on > today],
        "dues": dues(agreements, today),
        "meetings": list(
            JointMeeting.objects.filter(held_on__gte=today, called_off_on=None).order_by("held_on", "pk")[:MEETINGS]
        ),
        "agreed_to_do": waiting_for(actor),
        "within": WITHIN,
        "today": today,
    }


def dues(agreements: list[Agreement], today: date) -> list[Due]:
    """Return the formal days of what is agreed that come, the first first: notice, end, and evaluation of each goal."""
    of_agreement = [from_agreement(one) for one in coming(agreements, today)]
    goals = EffectGoal.objects.filter(
        agreement__in=[one.pk for one in agreements if one.covers(today)], evaluate_on__gte=today, taken_out_on=None
    ).select_related("agreement")
    of_goals = [Due(goal.wording, goal.agreement.name, goal.evaluate_on, goal.agreement_id, True) for goal in goals]
    return sorted([*of_agreement, *of_goals], key=lambda one: (one.day, one.agreement_id))


def from_agreement(one: Coming) -> Due:
    """Return a day of an agreement as a row."""
    return Due(one.words, one.agreement.name, one.day, one.agreement.pk)
