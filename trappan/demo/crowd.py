"""The crowd of the town: households on support, and the way each adult has walked through the rooms.

Everything about one person is invented; only the number of households follows published figures.
"""

from datetime import date, timedelta

from trappan.demo.clock import TODAY
from trappan.demo.names import family
from trappan.demo.rooms import attendance, cases, outcomes, placements, plans, requirement
from trappan.demo.rooms.assistance import OBSTACLES, Home, apply, households, live_in
from trappan.demo.rooms.people import grant, person
from trappan.demo.town import Human, Town

EIGHT_YEARS_AGO = TODAY.replace(year=TODAY.year - 8)
# What may come between two placements.
BETWEEN = ("next_place", "next_place", "planned", "planned", "health", "own_wish")


def make_crowd(town: Town) -> None:
    """Make all households in the order in which they first had support."""
    town.months, homes = households(town.random, town.scale)
    settle(town, homes)
    for home in sorted(homes, key=lambda home: home.spells[0][0]):
        household(town, home)
        if town.rows.full():
            town.rows.send()
    fill_workshop(town)


def settle(town: Town, homes: list[Home]) -> None:
    """Let the tour's people live in homes of the town, so that no month counts one too many."""
    lasting = [home for home in homes if len(home.spells) == 1 and home.spells[0][1] >= len(town.months)]
    for wanted in town.families:
        home = min(lasting, key=lambda home: abs((town.months[home.spells[0][0]] - wanted.since).days))
        lasting.remove(home)
        homes.remove(home)
        live_in(town, home, wanted.people, wanted.kind, {wanted.people[0].id: "unemployed"})


def household(town: Town, home: Home) -> None:
    """Make one household's people, months and cases."""
    random = town.random
    last = family(random)
    couple, children = (random.random() < 0.24, random.choices((0, 1, 2, 3, 4), (62, 15, 13, 7, 3))[0])
    first_month = town.months[home.spells[0][0]]
    roles = ("applicant", "co_applicant") if couple else ("applicant",)
    adults = [person(town, role, last, first_month) for role in roles]
    everybody = adults + [person(town, "child", last) for _child in range(children)]
    young = any(human.role == "child" and human.birth > EIGHT_YEARS_AGO for human in everybody)
    for human in adults:
        human.young_child = young
    kind = (7 + (children > 0)) if couple else (3 if adults[0].gender == "M" else 5) + (children > 0)
    office = random.choices(town.social, town.shares)[0]
    worker = random.choice(town.social_workers[office])
    for human in everybody:
        for scope in ("assistance", "plan") if human.role != "child" else ("assistance",):
            grant(town, human, scope, "application", first_month, unit=office, worker=worker)
    obstacle = {human.id: random.choice(OBSTACLES) for human in adults}
    live_in(town, home, everybody, kind, obstacle)
    requirement.exempt(town, adults, obstacle, home)
    for (start, end), after in zip(home.spells, [*home.spells[1:], None], strict=True):
        back_on = town.months[after[0]] if after else None
        for human in adults:
            spell(town, human, office, worker, start, end, back_on)


def spell(town: Town, human: Human, office: int, worker: int, start: int, end: int, back_on: date | None) -> None:
    """Make one spell's application, case and way; the last days of the town are unfinished."""
    opened = apply(town, human, office, worker, start)
    if opened is None:
        return
    closed = None
    if end < len(town.months):
        left = town.months[end - 1] + timedelta(days=town.random.randint(28, 50))
        closed = min(left, TODAY - timedelta(days=1))
    walk(town, human, worker, office, max(opened, date(2021, 1, 4)), closed, back_on)


def walk(
    town: Town, human: Human, worker: int, office: int, opened: date, closed: date | None, back_on: date | None
) -> None:
    """Make the way of one case: consultant, kartläggning, plan, place, steps, exit, follow-ups."""
    random = town.random
    unit, consultant = cases.consultant_for(town, opened, closed)
    cases.open_case(
        town,
        human,
        opened,
        worker=worker,
        office=office,
        unit=unit,
        consultant=consultant,
        closed=max(closed, opened) if closed else None,
        until=closed + timedelta(days=60) if closed else None,
    )
    if consultant is None:
        if closed:
            outcomes.record_exit(town, human, max(closed, opened), worker, "other", "")
        return
    end = closed or TODAY
    leaving = random.choices(tuple(outcomes.EXITS), tuple(outcomes.EXITS.values()))[0] if closed else ""
    mapped = opened + timedelta(days=random.randint(6, 24))
    if mapped >= end:
        if closed:
            outcomes.record_exit(town, human, max(closed, opened), consultant, "other", "")
        return
    finished = mapped < TODAY - timedelta(days=3)
    plans.map_person(town, human, consultant, mapped, finished=finished)
    plans.step(town, human, 1, mapped, consultant, plans.EVIDENCE[1])
    planned = mapped + timedelta(days=random.randint(5, 26))
    if finished and planned < end:
        plan(town, human, consultant, planned, closed)
        plans.climb(town, human, consultant, planned, end)
        stays(town, human, consultant, planned, closed, outcomes.LEAVES.get(leaving, "planned"))
    if closed:
        outcomes.leave(town, human, opened, max(closed, opened), consultant, leaving, back_on)
    else:
        around_today(town, human, consultant, opened, mapped, finished=finished)


def around_today(town: Town, human: Human, consultant: int, opened: date, mapped: date, *, finished: bool) -> None:
    """Make what an open case has about it now: meetings, notes, own view, what it waits for, a referral."""
    cases.meetings_around_today(town, human, consultant)
    cases.latest_notes(town, human, consultant, opened)
    plans.self_ratings(town, human, consultant, opened)
    if not finished and human.protection == "none":
        cases.waits(town, human, consultant, mapped)
    if finished and town.random.random() < 0.05:
        cases.refer(town, human, consultant, mapped)


def plan(town: Town, human: Human, consultant: int, day: date, closed: date | None) -> None:
    """Make a plan; for an open case also its week, and before that the request to take part."""
    written = plans.write(town, human, consultant, day, closed)
    if closed is None:
        requirement.ask(town, human, written, day)
        plans.week(town, human, written.id)
    plans.goals(town, human, written.id, day, closed)


def stays(town: Town, human: Human, consultant: int, planned: date, closed: date | None, leaves: str) -> None:
    """Place people: earlier placements that have ended, and for most of them one that goes on."""
    random = town.random
    waits = closed is None and random.random() < 0.25
    start = planned + timedelta(days=random.randint(7, 60))
    end = closed or TODAY
    if waits:
        end = TODAY - timedelta(days=random.randint(3, 250))
    while start < end - timedelta(days=200):
        stop = min(start + timedelta(days=random.randint(60, 260)), end)
        if random.random() < 0.5:
            stay(town, human, consultant, start, stop, leaves if stop == closed else random.choice(BETWEEN))
        start = stop + timedelta(days=random.randint(7, 70))
    if waits:
        if town.unit_of[consultant] in town.labour[:4]:
            town.without_place.append((human, consultant, planned))
        if human.protection == "none":
            cases.waits(town, human, consultant, max(planned, end))
    elif start < end:
        stay(town, human, consultant, start, closed, leaves)


def stay(town: Town, human: Human, consultant: int, start: date, stop: date | None, leaves: str) -> None:
    """Let somebody be at a site with room for a week of their own, if there is one.

    Who is there now comes when the plan says; for one in twelve the plan has not followed the placement.
    """
    week = town.random.choice(plans.WEEKS)
    if stop is None and human.week and human.id % 12:
        week = human.week
    site = placements.choose_site(town, human, consultant, start, stop, week)
    if site:
        attendance.stay(town, human, site, consultant, start, stop, week, leaves=leaves)


def fill_workshop(town: Town) -> None:
    """Fill the carpentry workshop to its last place, with people who have a plan and no place."""
    site = next(site for site in town.sites if site.activity == town.workshop)
    week = plans.WEEKS[3]
    while placements.busiest(town, site, week) < site.places - 1 and town.without_place:
        human, consultant, start = town.without_place.pop()
        if human.protection == "none":
            attendance.stay(town, human, site, consultant, max(start, date(2026, 9, 7)), None, week)
