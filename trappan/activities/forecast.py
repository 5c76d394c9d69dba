"""Free places in the weeks to come, from what is planned; no guess and no prediction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from operator import add, sub

from trappan import database
from trappan.activities.models import Activity, Capacity
from trappan.schedules.letters import week_letters
from trappan.schedules.season import is_in_season
from trappan.schedules.week import EVERY, MINUTES_A_DAY

WEEKS = 26


Days = dict[int, dict[int, dict[str, list[int]]]]


# Taken places that are alike counted together: what of the week, in which weeks, and from the first
# to the one after the last. Read from seat uses alone, as they are planned: who begins, ends and moves.
# A day at other times is no ordinary week and is left out. Who holds a whole week holds it day by day.
TAKEN = """
SELECT s.activity_id, d, s.weeks, GREATEST(s.starts_at, d * 1440), LEAST(s.ends_at, (d + 1) * 1440),
  GREATEST(0, (s.starts_on - %(monday)s - d + 6) / 7) AS first,
  (LEAST(s.until, %(after)s) - %(monday)s - d + 6) / 7 AS stop,
  count(*)
FROM activities_seatuse s CROSS JOIN LATERAL generate_series(s.starts_at / 1440, (s.ends_at - 1) / 1440) d
WHERE s.activity_id = ANY (%(activities)s) AND s.until > %(monday)s AND s.starts_on < %(after)s
  AND s.starts_on < s.until AND NOT s.once
GROUP BY 1, 2, 3, 4, 5, 6, 7
"""


PLACES = """
SELECT activities_places_at(activity, minute, day, NULL)
FROM unnest(%s::bigint[], %s::int[], %s::date[]) WITH ORDINALITY asked (activity, minute, day, number) ORDER BY number
"""


@dataclass(frozen=True)
class Outlook:
    """One activity in one week to come: the fewest places free at any minute, and the most taken."""

    free: int
    taken: int


@dataclass(frozen=True)
class Lane:
    """An activity's weeks to come; a week in which it is not open, or out of season, holds nothing."""

    activity: Activity
    weeks: list[Outlook | None]


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def forecast(activities: Sequence[Activity], today: date, weeks: int = WEEKS) -> list[Lane]:
    """Return the weeks to come of these activities, from this one on.

    Two questions for all of them, and one more where somebody has said other places than usual.
    """
    monday = monday_of(today)
    taken = taken_in(activities, monday, weeks)
    places = places_in(monday, weeks, taken)
    mondays = [monday + timedelta(days=7 * week) for week in range(weeks)]
    known = week_letters(mondays)
    letters = [known.get(one, EVERY) for one in mondays]
    return [Lane(one, lane_of(one, monday, letters, taken[one.pk], places)) for one in activities]


def taken_in(activities: Sequence[Activity], monday: date, weeks: int) -> dict[int, Days]:
    """Return where the taken places of each activity change: by weekday, minute and weeks A or B."""
    found: dict[int, Days] = {one.pk: {} for one in activities}
    after = monday + timedelta(days=7 * weeks)
    asked = {"activities": list(found), "monday": monday, "after": after}
    for activity, weekday, letter, starts_at, ends_at, first, stop, many in database.query(TAKEN, asked):
        if first >= stop:
            continue
        minutes = found[activity].setdefault(weekday, {})
        for minute, more in ((starts_at, many), (ends_at, -many)):
            if minute == (weekday + 1) * MINUTES_A_DAY:
                continue
            changes = minutes.setdefault(minute, {}).setdefault(letter, [0] * (weeks + 1))
            changes[first] += more
            changes[stop] -= more
    return found


def places_in(monday: date, weeks: int, taken: dict[int, Days]) -> dict[tuple[int, int, int], int]:
    """Return the places by activity, minute and week, where an activity has said other than usual.

    What has been said changes the places at its own minutes too: these join the activity's `taken`.
    """
    asked: list[tuple[int, int, int]] = []
    said: dict[int, set[int]] = {}
    for one in Capacity.objects.filter(activity__in=taken):
        said.setdefault(one.activity_id, set()).update((one.starts_at, one.ends_at))
    for activity, minutes in said.items():
        for weekday in range(7):
            at = taken[activity].setdefault(weekday, {})
            within = range(weekday * MINUTES_A_DAY, (weekday + 1) * MINUTES_A_DAY)
            for minute in (within.start, *(one for one in minutes if one in within)):
                at.setdefault(minute, {})
            asked += [(activity, minute, week) for minute in at for week in range(weeks)]
    if not asked:
        return {}
    days = [monday + timedelta(days=7 * week + minute // MINUTES_A_DAY) for _activity, minute, week in asked]
    about = [list(column) for column in zip(*asked, strict=True)]
    places = database.query(PLACES, [*about[:2], days])
    return dict(zip(asked, (row[0] for row in places), strict=True))


def lane_of(
    activity: Activity, monday: date, letters: Sequence[str], taken: Days, places: dict[tuple[int, int, int], int]
) -> list[Outlook | None]:
    """Count through each open weekday, from one minute at which something changes to the next."""
    weeks = range(len(letters))
    found: list[Outlook | None] = [None for _week in weeks]
    for weekday in activity.open_days:
        there, usual, minutes = [0 for _week in weeks], [activity.places for _week in weeks], taken.get(weekday, {})
        least, most = usual, there
        if (activity.pk, weekday * MINUTES_A_DAY, 0) in places:
            least = [places[activity.pk, weekday * MINUTES_A_DAY, week] for week in weeks]
        for minute in sorted(minutes):
            for letter, changes in minutes[minute].items():
                more: Iterable[int] = accumulate(changes[:-1])
                if letter != EVERY:
                    more = (one if letter == its else 0 for one, its in zip(more, letters, strict=True))
                there = list(map(add, there, more))
            now = [places[activity.pk, minute, week] for week in weeks] if (activity.pk, minute, 0) in places else usual
            least = list(map(min, least, map(sub, now, there)))
            most = list(map(max, most, there))
        for week in weeks:
            day = monday + timedelta(days=7 * week + weekday)
            if activity.covers(day) and is_in_season(day.month, activity.season):
                before = found[week] or Outlook(least[week], most[week])
                found[week] = Outlook(min(before.free, least[week]), max(before.taken, most[week]))
    return [one and Outlook(max(one.free, 0), one.taken) for one in found]


@dataclass(frozen=True)
class Queue:
    """How many of the municipality wait for a place, and as what, counted without telling who.

    `by` holds, for `step`, `branch` and `language`, values with how many, the most first: empty is what nobody has
    asked, None what is told together since it is fewer than five of a kind.
    """

    people: int
    counted_at: datetime
    by: dict[str, list[tuple[str | None, int]]]


def queue() -> Queue | None:
    """Return who waits, in numbers, as it was at most ten minutes ago; None for those who are not told."""
    rows = database.rows("placements_queue")
    if not rows:
        return None
    by: dict[str, list[tuple[str | None, int]]] = {}
    for about, value, people, _at in rows:
        by.setdefault(about, []).append((value, people))
    ((_all, everybody),) = by.pop("all")
    return Queue(everybody, rows[0].counted_at, by)
