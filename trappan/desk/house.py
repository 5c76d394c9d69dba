"""A partner's own house, as its coordinator sees it: the workplaces together, the agreement, and which days come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import JSONField, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from trappan.activities.models import Activity
from trappan.activities.places import Room, rooms, with_first_end
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
# The days of every workplace of the house, asked for once with the workplaces.
DAYS = "(SELECT jsonb_object_agg(h.unit_id, to_jsonb(h)) FROM attendance_in_house(%s) h)"


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
    units = list(own_units(today).annotate(days=RawSQL(DAYS, [WITHIN], JSONField())))  # noqa: S611  # our own text
    above = Q(unit__in=[one.parent_id for one in units if one.parent_id], role=Role.HEAD_OF_UNIT)
    working = list(
        Membership.objects.in_force()
        .filter(above | Q(unit__in=[one.pk for one in units]))
        .select_related("colleague", "unit")
        .order_by("role", "colleague__family_name", "colleague__given_name", "pk")
    )
    activities = Activity.objects.to_find(today).filter(unit__in=[one.pk for one in units])
    full = rooms(with_first_end(activities.order_by("name", "pk"), today), today)
    agreements = [one for one in signed().annotate(ahead=goals_ahead(today)) if one.kind != Agreement.Kind.FRAMEWORK]
    return {
        "workplaces": [
            Workplace(
                one,
                [room for room in full if room.activity.unit_id == one.pk],
                [member for member in working if member.unit_id == one.pk and member.role in SITE_STAFF],
                one.days[str(one.pk)]["expected"],
                one.days[str(one.pk)]["marked"],
                one.days[str(one.pk)]["unfinished"],
                one.days[str(one.pk)]["starts"],
                one.days[str(one.pk)]["ends"],
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


def dues(agreements: list[Any], today: date) -> list[Due]:
    """Return the formal days of what is agreed that come, the first first: notice, end, and evaluation of each goal."""
    of_agreement = [from_agreement(one) for one in coming(agreements, today)]
    of_goals = [
        Due(goal["wording"], one.name, date.fromisoformat(goal["day"]), one.pk, True)
        for one in agreements
        if one.covers(today)
        for goal in one.ahead
    ]
    return sorted([*of_agreement, *of_goals], key=lambda one: (one.day, one.agreement_id))


def goals_ahead(today: date) -> ArraySubquery:
    """Return, of an agreement, the goals that are still to be evaluated: their wording and the day."""
    ahead = EffectGoal.objects.filter(agreement=OuterRef("pk"), evaluate_on__gte=today, taken_out_on=None)
    return ArraySubquery(
        ahead.order_by("evaluate_on", "pk").values(said=JSONObject(wording="wording", day="evaluate_on"))
    )


def from_agreement(one: Coming) -> Due:
    """Return a day of an agreement as a row."""
    return Due(one.words, one.agreement.name, one.day, one.agreement.pk)
