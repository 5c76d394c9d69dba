"""The town's attendance: marked days, reports, absence with its reasons, conversations and support."""

from bisect import bisect_left
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.placements import SUMMERS, place
from trappan.demo.town import Human, Site, Town
from trappan.schedules.models import Day

ATTENDANCE_FROM = date(2025, 5, 12)  # the last eighteen months
HAND_OVER = timedelta(days=30)  # in which a site writes the end report
GOING = {
    "forward": ("Tar egna initiativ och lär upp en ny.", "Kommer i tid och tar mer ansvar för varje vecka."),
    "steady": ("Kommer som avtalat. Vi väntar med nya uppgifter.", "Stadigt; trivs i gruppen."),
    "hard": ("Har svårt att komma i gång på morgonen just nu.",),
}


def open_days() -> list[date]:
    """Return the days on which sites were open: as the calendar says, and not four weeks in July."""
    return [
        day
        for day in Day.objects.filter(day__gte=ATTENDANCE_FROM, day__lt=TODAY, weekday__lt=5, holiday="", eve="")
        .order_by("day")
        .values_list("day", flat=True)
        if not any(first <= day < last for first, last in SUMMERS)
    ]


def open_days_between(town: Town, first: date, after: date, week: Any) -> list[date]:
    """Return the days of a week's parts between two days (half-open) on which sites were open."""
    weekdays = {weekday for weekday, _first, _last in week}
    return [day for day in town.open_days if first <= day < after and day.weekday() in weekdays]


def stay(
    town: Town,
    human: Human,
    site: Site,
    consultant: int,
    start: date,
    stop: date | None,
    week: Any,
    *,
    leaves: str = "",
    forgotten: Collection[date] = (),
) -> int:
    """Let somebody be at a site: placed, marked day by day, and reported on lately; return the placement.

    On `forgotten` days nobody has marked yet.
    """
    placement_id, stop = place(town, human, site, consultant, start, stop, week, leaves=leaves)
    mark_days(town, human, site, placement_id, start, stop, week, consultant, forgotten)
    if (stop is None or stop > TODAY) and start < TODAY - timedelta(days=20):
        report(town, human, site, placement_id, consultant)
    elif stop is not None and start < stop <= TODAY < stop + HAND_OVER and human.id % 8:
        report_end(town, human, site, placement_id, consultant, stop)
    return placement_id


def mark_days(
    town: Town,
    human: Human,
    site: Site,
    placement_id: int,
    start: date,
    stop: date | None,
    week: Any,
    consultant: int,
    forgotten: Collection[date],
) -> None:
    """Mark the scheduled days of the last eighteen months up to yesterday; a few stay unmarked."""
    random = town.random
    begins = {weekday: first * 60 for weekday, first, _last in week}
    first = bisect_left(town.open_days, max(start, ATTENDANCE_FROM))
    last = bisect_left(town.open_days, min(stop or TODAY, TODAY))
    habit = random.choice((0.97, 0.93, 0.9, 0.85, 0.7))
    for day in town.open_days[first:last]:
        begin = begins.get(day.weekday())
        if begin is not None and random.random() > 0.012:
            came_at = None
            if random.random() < habit:
                kind, came_at = ("partly", begin + 40) if random.random() < 0.04 else ("present", None)
            else:
                kind = "absent_told" if random.random() < 0.65 else "absent_not_told"
            if day in forgotten:
                continue
            mark(town, human, site, placement_id, day, kind, came_at)
            if kind == "absent_told":
                tell_reason(town, human, site, placement_id, day, consultant)


def mark(
    town: Town, human: Human, site: Site, placement_id: int, day: date, kind: str, came_at: int | None = None
) -> None:
    """Mark a day as the supervisor did."""
    town.rows.add(
        "attendance_attendance",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        mark=kind,
        came_at=came_at,
        author_id=site.supervisor,
        at=moment(day, 9, 20),
    )


def tell_reason(town: Town, human: Human, site: Site, placement_id: int, day: date, consultant: int) -> None:
    """Let a told absence have its reason, and mostly what the consultant found of it."""
    dice = town.journal_dice
    if dice.random() < 0.3:
        return
    reason = dice.choices(("sick", "child", "doctor", "authority", "other"), (50, 20, 14, 10, 6))[0]
    town.rows.add(
        "placements_toldreason",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        reason=reason,
        note="",
        author_id=site.supervisor,
        at=moment(day, 9, 21),
    )
    if day < TODAY - timedelta(days=4) and dice.random() < 0.9:
        find(town, human, placement_id, day, consultant, moment(day + timedelta(days=2), 15), reason=reason)


def find(
    town: Town,
    human: Human,
    placement_id: int,
    day: date,
    author: int,
    at: str,
    *,
    reason: str = "",
    conversation: int | None = None,
) -> None:
    """Find what an absence was: excused by a reason, or without one after a conversation in the journal."""
    town.rows.add(
        "attendance_finding",
        person_id=human.id,
        placement_id=placement_id,
        day=day,
        kind="unexcused" if conversation else "excused",
        reason=reason,
        conversation_id=conversation,
        author_id=author,
        at=at,
    )


def report(town: Town, human: Human, site: Site, placement_id: int, consultant: int) -> None:
    """Let the site have told how it goes lately; a few have not, and a few are not read."""
    random = town.random
    late = random.random() < 0.05
    day = TODAY - timedelta(days=random.randint(30, 60) if late else random.randint(1, 26))
    read = (TODAY - day).days > 3 or random.random() < 0.5
    going = random.choices(("forward", "steady", "hard"), (5, 4, 1))[0]
    town.rows.add(
        "attendance_report",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        going=going,
        text=random.choice(GOING[going]),
        wants_talk=going == "hard",
        author_id=site.supervisor,
        at=moment(day, 15),
        read_by_id=consultant if read else None,
        read_at=moment(min(day + timedelta(days=2), TODAY), 8) if read else None,
    )


def report_end(town: Town, human: Human, site: Site, placement_id: int, consultant: int, ended_on: date) -> None:
    """Let the site have told how it went, on the day after the last."""
    town.rows.add(
        "attendance_report",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=ended_on,
        going="steady",
        text="Slutar som planerat. Har hållit tiderna och haft det bra i gruppen.",
        wants_talk=False,
        author_id=site.supervisor,
        at=moment(ended_on, 15),
        read_by_id=consultant,
        read_at=moment(min(ended_on + timedelta(days=2), TODAY), 8),
    )


def incident(town: Town, human: Human, site: Site, placement_id: int, day: date, text: str, done: str) -> None:
    """Let a site have told of something that nearly went wrong, which nobody has read yet."""
    town.rows.add(
        "attendance_incident",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        kind="near",
        text=text,
        done=done,
        author_id=site.supervisor,
        at=moment(day, 11),
        read_by_id=None,
        read_at=None,
    )


def allow_list(town: Town, site: Site, leader: int) -> None:
    """Let a site's leader have allowed the list on the site's phones."""
    at = moment(TODAY - timedelta(days=10), 9)
    town.rows.add("attendance_phonelist", unit_id=site.unit, allowed=True, author_id=leader, at=at)


def ask_for_support(
    town: Town,
    human: Human,
    site: Site,
    placement_id: int,
    author: int,
    *,
    asked_on: date,
    asked: str,
    done_on: date,
    outcome: str,
) -> None:
    """Let a site have been asked for support, and have done it."""
    town.rows.add(
        "attendance_supportaction",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        asked=asked,
        author_id=author,
        at=moment(asked_on, 9),
        outcome=outcome,
        done_by_id=site.supervisor,
        done_at=moment(done_on, 14),
    )


def talk(
    town: Town, human: Human, author: int, day: date, *, note: int, words: str, support: list[str], support_note: str
) -> int:
    """Write a conversation about absence down: own words, support offered, and that it goes on."""
    return town.rows.add(
        "attendance_dialogue",
        person_id=human.id,
        case_id=human.case,
        note_id=note,
        own_words=words,
        support=support,
        support_note=support_note,
        result="goes_on",
        author_id=author,
        at=moment(day, 11),
    )
