"""Make placements for tests the way colleagues do, and count places the way one would by hand."""

from datetime import date, timedelta
from typing import Any

from trappan.activities.forecast import monday_of
from trappan.activities.models import Activity, Capacity, SeatUse
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of
from trappan.placements import operations
from trappan.placements.models import Placement
from trappan.schedules.letters import week_letters
from trappan.schedules.week import DAYS, read_week
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY


def make_placement(by: Membership, *, week: str = "tor 9-12", **about: Any) -> Placement:
    """Let a consultant propose and a colleague at the site accept and introduce."""
    with as_(by):
        placement = operations.propose(week=read_week(week), aim="Prova på", **about)
    accept(placement)
    return placement


def offer(case: Case, activity: Activity, week: str = "tor 9-12", **about: Any) -> Placement:
    """Let a case's consultant propose, and leave it to the site to answer."""
    about.setdefault("starts_on", TODAY)
    with as_(consultant_of(case)):
        return operations.propose(person=case.person, activity=activity, week=read_week(week), aim="Öva", **about)


def accept(placement: Placement) -> None:
    """Let the site accept and introduce; for a protected person the named supervisor does."""
    answerer = (
        placement.supervisor
        or Membership.objects.filter(unit_id=placement.unit_id, role__in=("supervisor", "site_leader")).first()
    )
    if answerer is None:
        answerer = make_colleague("supervisor", placement.activity.unit)
    with as_(answerer) as actor:
        operations.answer(placement_id=placement.pk, accepts=True)
        operations.introduce(
            placement=placement,
            day=min(placement.starts_on, actor.today),
            points=placement.activity.introduction_points,
        )
    placement.refresh_from_db()


def months_of_season(activity: Activity) -> list[int]:
    """Walk through the months of a season as one would on a calendar."""
    if activity.season_from is None:
        return list(range(1, 13))
    months = [activity.season_from]
    while months[-1] != activity.season_to:
        months.append(months[-1] % 12 + 1)
    return months


def slow(activity: Activity, today: date, weeks: int, step: int = 15) -> list[tuple[int, int] | None]:
    """Count places as one would by hand: every day, every quarter of an hour."""
    uses = SeatUse.objects.filter(activity=activity, once=False)
    said = list(Capacity.objects.filter(activity=activity).order_by("id"))
    open_days = [DAYS.index(day) for day in activity.weekdays.split(",") if day] or list(range(5))
    letters = week_letters(monday_of(today) + timedelta(days=at) for at in range(7 * weeks))
    found: list[tuple[int, int] | None] = []
    for week in range(weeks):
        best: tuple[int, int] | None = None
        for weekday in open_days:
            day = monday_of(today) + timedelta(days=7 * week + weekday)
            if day < activity.starts_on or (activity.ends_on and day >= activity.ends_on):
                continue
            if day.month not in months_of_season(activity):
                continue
            for minute in range(weekday * 1440, (weekday + 1) * 1440, step):
                taken = len(
                    {
                        use.seat
                        for use in uses
                        if use.starts_on <= day
                        and (use.ends_on is None or day < use.ends_on)
                        and use.weeks in ("every", letters[day])
                        and use.starts_at <= minute < use.ends_at
                    }
                )
                places = activity.places
                extra = 0
                for one in said:
                    if (
                        one.starts_at <= minute < one.ends_at
                        and one.starts_on <= day
                        and (one.ends_on is None or day < one.ends_on)
                    ):
                        if one.extra:
                            extra += one.places
                        else:
                            places = one.places
                free = places + extra - taken
                best = (min(best[0], free), max(best[1], taken)) if best else (free, taken)
        found.append((max(best[0], 0), best[1]) if best else None)
    return found
