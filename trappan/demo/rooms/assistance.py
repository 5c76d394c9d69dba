"""Who is on support in which month: a flow of households that meets the published figures; and who applies.

Certain figures (source in brackets; see docs/decisions.md for how sure each is):
- 2 703 households in January 2021 and 2 087 in January 2024: exact [press text of 3 July 2024].
- 2 507 in December 2021 [local press, secondary].
- 3 464 different households in 2022 and 3 078 in 2023 [municipal page; derived, the second unsure].
- about 60 % of adult recipients in 2022 with ten months or more [60,4 %, the same page].
All months between and after are invented. Nothing here says why anybody leaves.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from trappan.demo.clock import TODAY
from trappan.demo.rooms import people
from trappan.demo.rooms.history import event
from trappan.demo.town import Human, Town
from trappan.schedules.months import months_between

OBSTACLES = ("unemployed",) * 9 + (
    "establishment",
    "sick",
    "sick",
    "sickness_benefit",
    "social",
    "social",
    "parental",
    "part_time",
    "full_time",
    "unknown",
)
FIRST, LAST = date(2021, 1, 1), date(2026, 11, 1)
# month → households; the marked ones are published, the others invented points to pass near
ANCHORS = {
    date(2021, 1, 1): 2703,  # published
    date(2021, 6, 1): 2610,
    date(2021, 12, 1): 2507,  # published
    date(2022, 7, 1): 2395,
    date(2023, 1, 1): 2312,
    date(2023, 8, 1): 2160,
    date(2024, 1, 1): 2087,  # published
    date(2024, 9, 1): 2045,
    date(2025, 5, 1): 1990,
    date(2026, 2, 1): 1962,
    date(2026, 11, 1): 1897,
}
EXACT = {date(2021, 1, 1), date(2021, 12, 1), date(2024, 1, 1)}
# year → different households in the year; 2022 and 2023 published, the others invented
DIFFERENT = {2021: 3790, 2022: 3464, 2023: 3078, 2024: 2960, 2025: 2840, 2026: 2610}
# On purpose a month that did not come in whole, as in real registers: the forecast marks it and bridges it. Two
# households of seven lack it, and nothing else in the town knows of that.
NOT_WHOLE = date(2022, 10, 1)
RETURNING = 0.35  # share of those who come in a month that have been here before
# How readily a household leaves, by months in the present spell (relative, invented, tuned to the
# published share of long-term recipients).
LEAVING = ((2, 1.0), (5, 0.8), (9, 0.22), (18, 0.06), (999, 0.05))


@dataclass
class Home:
    """One household and its spells with support, as [first month, month after the last)."""

    number: int
    spells: list[list[int]] = field(default_factory=list)


def wanted(random: Random, scale: float) -> list[int]:
    """Return how many households are to have support each month: never a straight line."""
    months = months_between(FIRST, LAST)
    points = sorted(ANCHORS)
    found = []
    for month in months:
        before = max(point for point in points if point <= month)
        after = min((point for point in points if point >= month), default=before)
        span = max(months.index(after) - months.index(before), 1)
        share = (months.index(month) - months.index(before)) / span
        level = ANCHORS[before] + (ANCHORS[after] - ANCHORS[before]) * share
        if month not in EXACT:
            season = {1: 8, 2: 5, 6: -6, 7: -14, 8: -10, 12: 6}.get(month.month, 0)
            level += season + random.uniform(-11, 11)
        found.append(round(level * scale))
    return found


def households(random: Random, scale: float = 1.0) -> tuple[list[date], list[Home]]:
    """Return the months and every household with its spells."""
    months = months_between(FIRST, LAST)
    targets = wanted(random, scale)
    homes = [Home(number, [[0, -1]]) for number in range(targets[0])]
    # In January 2021 most have been here for long; their spell began before our first month.
    age = {home.number: random.choice((1, 3, 5, 8, 14, 24, 30, 40)) for home in homes}
    inside = {home.number for home in homes}
    outside: dict[int, int] = {}  # number → year in which it was last inside
    seen_this_year: set[int] = set(inside)
    quota = quota_by_month(random, months, targets, scale)
    for at, month in enumerate(months[1:], 1):
        if month.month == 1:
            seen_this_year = set()
        coming = quota[at]
        leaving = leavers(random, inside, age, max(len(inside) + coming - targets[at], 0))
        for number in leaving:
            homes[number].spells[-1][1] = at
            outside[number] = month.year if number in seen_this_year else month.year - 1
            inside.discard(number)
        coming = targets[at] - len(inside)
        seen_this_year |= inside
        before = [number for number, year in outside.items() if year < month.year and number not in seen_this_year]
        back = random.sample(before, min(round(coming * RETURNING), len(before)))
        for number in back:
            del outside[number]
        fresh = [Home(len(homes) + extra) for extra in range(coming - len(back))]
        homes += fresh
        for number in [*back, *(home.number for home in fresh)]:
            homes[number].spells.append([at, -1])
            age[number] = 0
            inside.add(number)
            seen_this_year.add(number)
        for number in inside:
            age[number] += 1
    for number in inside:
        homes[number].spells[-1][1] = len(months)
    return months, homes


def quota_by_month(random: Random, months: list[date], targets: list[int], scale: float) -> dict[int, int]:
    """Share out over the year's months those who must come for the year's different households."""
    quota: dict[int, int] = {}
    for year, different in DIFFERENT.items():
        ats = [at for at, month in enumerate(months) if month.year == year and month.month > 1]
        january = next(at for at, month in enumerate(months) if month.year == year)
        total = max(round(different * scale) - targets[january], 0)
        weights = [random.uniform(0.75, 1.3) * {7: 0.7, 9: 1.2, 10: 1.15}.get(months[at].month, 1) for at in ats]
        shares = [int(total * weight / sum(weights)) for weight in weights]
        for extra in range(total - sum(shares)):
            shares[extra % len(shares)] += 1
        quota.update(zip(ats, shares, strict=True))
        if january:
            quota[january] = round(60 * scale)
    return quota


def leavers(random: Random, inside: set[int], age: dict[int, int], count: int) -> list[int]:
    """Draw those who leave, the recently come more readily."""
    keyed = []
    for number in sorted(inside):
        weight = next(weight for limit, weight in LEAVING if age[number] <= limit)
        keyed.append((random.random() ** (1 / weight), number))
    keyed.sort(reverse=True)
    return [number for _key, number in keyed[:count]]


def live_in(town: Town, home: Home, everybody: list[Human], kind: int, obstacle: dict[int, str]) -> None:
    """Let people live in a home, and have support in its months."""
    household_id = people.household(town, home.number, everybody, town.months[home.spells[0][0]])
    for start, end in home.spells:
        for month in town.months[start:end]:
            for human in everybody if month != NOT_WHOLE or home.number % 7 > 1 else ():
                town.rows.add(
                    "assistance_supportmonth",
                    person_id=human.id,
                    household_id=household_id,
                    month=month,
                    role=human.role,
                    household_type=kind,
                    obstacle=obstacle.get(human.id, "unknown"),
                    amount=None,
                )


def apply(town: Town, human: Human, office: int, worker: int, start: int) -> date | None:
    """Let somebody have applied before a month; return when the case opens, or nothing while that waits."""
    random = town.random
    applied = town.months[start] - timedelta(days=random.randint(2, 27))
    if town.months[start] >= date(2026, 11, 1):
        applied = TODAY - timedelta(days=random.randint(1, 24))
    opened = applied + timedelta(days=random.randint(2, 12))
    # Some wait for somebody to open the case.
    waits = opened >= TODAY or ((TODAY - applied).days < 20 and random.random() < 0.35)
    decided = applied + timedelta(days=random.randint(3, 16))
    if not waits and decided < TODAY:
        application(town, human, applied, office, worker, decided=decided, reference=f"EB {decided.year}-{human.id}")
    else:
        application(town, human, applied, office, worker, waits=waits)
    return None if waits else opened


def application(
    town: Town,
    human: Human,
    day: date,
    office: int,
    worker: int,
    *,
    waits: bool = False,
    decided: date | None = None,
    reference: str = "",
) -> None:
    """Receive an application; it may have been granted, and may wait for a case to be opened."""
    town.rows.add(
        "assistance_application",
        person_id=human.id,
        unit_id=office,
        received_on=day,
        kind="new",
        reference="",
        waits=waits,
        result="granted" if decided else "",
        decided_on=decided,
        result_reference=reference,
    )
    event(town, human, day, "assistance.receive_application", "assistance", worker, office)
