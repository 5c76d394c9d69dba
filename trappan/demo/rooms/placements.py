"""The town's placements: proposals and answers, seats in the week, introductions, changes, closed days."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.history import event
from trappan.demo.rooms.people import consent, grant
from trappan.demo.town import Human, Site, Town
from trappan.schedules.week import MINUTES_A_DAY

# When every site is closed in summer, half-open.
SUMMERS = tuple((date(year, 7, 5), date(year, 7, 31)) for year in (2025, 2026))
AIMS = (
    "Komma i gång med fasta tider.",
    "Öva svenska i arbetet och tala med kunder.",
    "Prova yrket innan studier.",
    "Öka timmarna i lugn takt.",
    "Få ett intyg och någon att fråga om referens.",
)
POINTS = [
    "Säkerhet: utgångar, första hjälpen, vad som kan skada",
    "Raster, och var saker finns",
    "Vem man frågar, och hur man säger att man inte kommer",
]
AFTERWARDS = timedelta(days=30)  # a site reads on for the rules' hand-over days


def close_for_holidays(town: Town, sites: list[Site]) -> None:
    """Close sites for the summers, and over the Christmas to come."""
    for site in sites:
        for first, last in SUMMERS:
            close(town, site, first, last, "Semesterstängt", first - timedelta(days=60))
        close(town, site, date(2026, 12, 21), date(2027, 1, 7), "Julstängt", date(2026, 10, 30))


def close(town: Town, site: Site, first: date, last: date, reason: str, told: date) -> None:
    """Close a site from a day up to another, told some time before."""
    town.rows.add(
        "placements_closure",
        unit_id=site.unit,
        starts_on=first,
        ends_on=last,
        reason=reason,
        author_id=None,
        at=moment(told),
    )


def hours_of(week: Any) -> list[int]:
    """Return the hours of the week that a week's parts take, Monday at midnight 0."""
    return [weekday * 24 + hour for weekday, first, last in week for hour in range(first, last)]


def busiest(town: Town, site: Site, week: Any) -> int:
    """Return how many are there at most while somebody with that week would be."""
    return max(town.taken[site.activity, hour] for hour in hours_of(week))


def fits(town: Town, site: Site, week: Any, stop: date | None) -> bool:
    """Keep a place or two free at every hour of today's week; the past is kept loose."""
    if stop is not None and stop <= TODAY:
        return town.been[site.activity] < site.places * 24
    return busiest(town, site, week) < site.places - (1 if site.places < 30 else 2)


def choose_site(town: Town, human: Human, consultant: int, start: date, stop: date | None, week: Any) -> Site | None:
    """Choose a site near the consultant's unit with room, the large ones more often; none of a partner by name."""
    found = [
        site
        for site in town.near[town.unit_of[consultant]]
        if site.supervisor
        and site.starts_on <= start
        and site.activity != town.workshop
        and not (site.partner and human.protection != "none")
        and fits(town, site, week, stop)
    ]
    return town.random.choices(found, [site.places for site in found])[0] if found else None


def place(
    town: Town,
    human: Human,
    site: Site,
    consultant: int,
    start: date,
    stop: date | None,
    week: Any,
    *,
    introduced: bool = True,
    leaves: str = "",
) -> tuple[int, date | None]:
    """Make a placement with its seat, its grant and its event; return its id and the day it ends."""
    random = town.random
    going_on = stop is None or stop > TODAY
    if not going_on:
        town.been[site.activity] += 1
    if going_on and random.random() < 0.2:
        stop = TODAY + timedelta(days=random.randint(8, 120))
    placement_id = propose(
        town,
        human,
        site,
        consultant,
        start,
        stop,
        week,
        start - timedelta(days=7),
        accepted=True,
        end_kind="" if going_on else leaves,
    )
    if introduced:
        introduce(town, human, site, placement_id, start)
    if site.organisation == town.partners["navet"]:
        consent(town, human, site.organisation, start - timedelta(days=3))
    open_to_site(town, human, site, consultant, start, stop + AFTERWARDS if stop else None)
    return placement_id, stop


def open_to_site(town: Town, human: Human, site: Site, consultant: int, day: date, until: date | None = None) -> None:
    """Let a site see whom it has got, by the consultant's hand."""
    grant(town, human, "activity", "placement", day, unit=site.unit, worker=site.supervisor, until=until)
    event(town, human, day, "placements.place", "activity", consultant, unit=site.unit)


def propose(
    town: Town,
    human: Human,
    site: Site,
    consultant: int,
    start: date,
    stop: date | None,
    week: Any,
    proposed: date,
    *,
    accepted: bool = False,
    refused: str = "",
    aim: str = "",
    end_kind: str = "",
) -> int:
    """Propose somebody to a site, with the answer and the seat; return the placement."""
    answered = moment(min(proposed + timedelta(days=2), TODAY), 10)
    by_name = human.protection != "none"
    seat = UUID(int=town.random.getrandbits(128), version=4)
    last = start if refused else stop
    placement_id = town.rows.add(
        "placements_placement",
        person_id=human.id,
        unit_id=site.unit,
        activity_id=site.activity,
        seat=seat,
        starts_on=start,
        ends_on=last,
        supervisor_id=site.supervisor if by_name else None,
        decision="Beslut av enhetschef: platsen är prövad mot hotbilden." if by_name else "",
        placed_by_id=consultant,
        aim=aim or town.random.choice(AIMS),
        proposed_at=moment(proposed, 14),
        accepted_at=answered if accepted else None,
        refused_at=answered if refused else None,
        answered_by_id=site.supervisor if accepted or refused else None,
        answer=refused,
        answer_kind="full" if refused else "",
    )
    if end_kind:
        end(town, human, placement_id, end_kind, last)
    take_seat(town, site, seat, start, last, week)
    return placement_id


def end(town: Town, human: Human, placement_id: int, kind: str, day: date | None) -> None:
    """Tell why a placement ended, on its last day."""
    town.rows.add(
        "placements_placementend", placement_id=placement_id, person_id=human.id, kind=kind, reason="", told_on=day
    )


def take_seat(town: Town, site: Site, seat: UUID, start: date, last: date | None, week: Any) -> None:
    """Take a seat for a week's hours, from a day up to another."""
    if last is None or last > TODAY:
        town.taken.update((site.activity, hour) for hour in hours_of(week))
    for weekday, first, until in week:
        town.rows.add(
            "activities_seatuse",
            activity_id=site.activity,
            seat=seat,
            starts_at=weekday * MINUTES_A_DAY + first * 60,
            ends_at=weekday * MINUTES_A_DAY + until * 60,
            starts_on=start,
            ends_on=last,
        )


def adapt(
    town: Town, human: Human, site: Site, placement_id: int, day: date, author: int, text: str, *, can: str, words: str
) -> None:
    """Tell a site what to adapt for somebody, and let it answer the day after; nobody has read the answer."""
    town.rows.add(
        "placements_adaptation",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        text=text,
        consented_how="meeting",
        answer=can,
        answer_words=words,
        answered_by_id=site.supervisor,
        answered_at=moment(day + timedelta(days=1), 15),
        author_id=author,
        at=moment(day, 14),
    )
    event(town, human, day, "placements.share_adaptation", "plan", author)


def introduce(town: Town, human: Human, site: Site, placement_id: int, day: date) -> None:
    """Let the supervisor have gone through what comes before the first day, safety first."""
    town.rows.add(
        "placements_introduction",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        points=POINTS,
        author_id=site.supervisor,
        at=moment(day, 9),
    )


def propose_week(
    town: Town, human: Human, site: Site, placement_id: int, from_day: date, week: str, reason: str
) -> None:
    """Let a site propose another week, which nobody has answered yet."""
    town.rows.add(
        "placements_proposedchange",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        kind="week",
        from_day=from_day,
        week=week,
        reason=reason,
        author_id=site.supervisor,
        at=moment(TODAY - timedelta(days=1), 15),
        accepted=None,
        answer="",
        decided_by_id=None,
        decided_at=None,
    )
