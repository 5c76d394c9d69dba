"""Make an activity, describe what it holds, and add themes to its plan; make a workplace with all that it needs."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from trappan.activities.models import Activity, Theme
from trappan.activities.operations.capacity import keep
from trappan.activities.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.week import Week
from trappan.staff import operations as staff
from trappan.staff.models import Colleague, Organisation, Unit


@transaction.atomic
def make_activity(
    *,
    unit: Unit,
    name: str,
    places: int,
    starts_on: date,
    today: date,
    week: Week | None = None,
    places_then: int | None = None,
    **about: Any,
) -> Activity:
    """Make an activity at the own site, or, as administrator, at one that the own municipality keeps.

    In the parts of a `week` there are `places_then` instead. Refused: another's site, a closed one.
    """
    with refusing(NO):
        made = Activity.objects.create(
            code=free_code(name), name=name, unit=unit, places=places, starts_on=starts_on, **about
        )
    if week and places_then is not None:
        keep(made, week, places=places_then, starts_on=max(starts_on, today))
    record("activities.make_activity", unit_id=unit.pk, activity=made.pk)
    return made


def free_code(name: str) -> str:
    """Return what files call an activity: its name, with a number where that is taken."""
    plain = slugify(name)[:32] or "aktivitet"
    taken = set(Activity.objects.filter(code__startswith=plain).values_list("code", flat=True))
    numbered = (plain if at == 1 else f"{plain}-{at}" for at in range(1, len(taken) + 2))
    return next(code for code in numbered if code not in taken)


@transaction.atomic
def make_workplace(
    *,
    name: str,
    organisation: Organisation,
    parent: Unit,
    kind: str,
    places: int,
    starts_on: date,
    today: date,
    leader: Colleague | None = None,
    newcomer: dict[str, str] | None = None,
) -> Unit:
    """Make a workplace with its first activity and its leader, who may be somebody new; its head confirms that one.

    Refused as each of them is: a known address, a unit that another municipality keeps.
    """
    site = staff.make_unit(
        name=name,
        organisation=organisation,
        parent=parent,
        kind=Unit.Kind.SITE,
        regime=Unit.Regime.LABOUR,
        starts_on=starts_on,
    )
    unit = Unit.objects.get(pk=site)
    make_activity(unit=unit, name=name, kind=kind, places=places, starts_on=starts_on, today=today)
    leads = staff.make_colleague(**newcomer) if newcomer else leader.pk if leader else None
    if leads is not None:
        staff.give_membership(colleague_id=leads, unit_id=unit.pk, role="site_leader", starts_on=starts_on)
    record("activities.make_workplace", unit_id=unit.pk, unit=unit.pk)
    return unit


@transaction.atomic
def describe(*, activity: Activity, edition: str = "", **fields: Any) -> None:
    """Say, as the leader of the site, what an activity holds and whom it suits.

    Refused where somebody else has described it since `edition`.
    """
    lock_edition(activity, fields, edition)
    with refusing(NO):
        Activity.objects.filter(pk=activity.pk).update(**fields)
    record("activities.describe", unit_id=activity.unit_id, activity=activity.pk)


@transaction.atomic
def add_theme(*, activity: Activity, title: str, starts_on: date, ends_on: date, text: str = "") -> None:
    """Put a theme into a group activity's plan, from a day up to another."""
    with refusing(NO):
        Theme.objects.create(
            activity=activity, title=title.strip(), text=text.strip(), starts_on=starts_on, ends_on=ends_on
        )
    record("activities.add_theme", unit_id=activity.unit_id, activity=activity.pk)
