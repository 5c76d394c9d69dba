"""Places: never more people in an activity at the same time than it has places for."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from operator import itemgetter

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row
from trappan.exchange.checks.stays import Stay
from trappan.schedules.week import EVERY, A, B


def check_places(checker: Checker, there: list[Stay]) -> None:
    """Name the line that makes somebody one too many: the placement, or the activity that lowers its places.

    Where a site has said itself how many places it has when, the database counts, as on the page.
    """
    said = {row["code"]: row for row in checker.of("activities.csv")}
    here = {
        code: (places, by_itself)
        for code, places, by_itself in database.query(
            "SELECT a.code, a.places, EXISTS (SELECT FROM activities_capacity c WHERE c.activity_id = a.id) "
            "FROM activities_activity a WHERE a.code = ANY (%s)",
            [list({stay.activity for stay in there})],
        )
    }
    at: dict[str, list[Stay]] = defaultdict(list)
    for stay in there:
        at[stay.activity].append(stay)
    for code, placed in at.items():
        before, by_itself = here.get(code, (0, False))
        places = said[code]["places"] if code in said else before
        lowered = code in here and places < before
        if by_itself or not (lowered or any(stay.is_new for stay in placed)):
            continue
        if not one_too_many(checker, placed, places) and lowered:
            below_those_placed(checker, said[code], placed)


def one_too_many(checker: Checker, placed: list[Stay], places: int) -> bool:
    """Refuse the latest of the file's placements where more come together than there are places."""
    for day, together in too_many(placed, places):
        new = [(stay.starts_on, stay.row["line"], stay.row) for stay in together if stay.row and stay.is_new]
        if new:
            reason = _(
                "There are %(places)s places there, and from %(day)s more people than that at the same time with "
                "this row. Raise the activity's places, or correct the period or the times."
            )
            row = max(new, key=itemgetter(0, 1))[2]
            checker.no("placements.csv", row, "activity", reason % {"places": places, "day": day})
            return True
    return False


def below_those_placed(checker: Checker, row: Row, placed: list[Stay]) -> None:
    """Refuse fewer places than people who are there from today on."""
    lasting = [
        replace(stay, starts_on=max(stay.starts_on, checker.today))
        for stay in placed
        if stay.ends_on is None or stay.ends_on > checker.today
    ]
    for day, together in too_many(lasting, row["places"])[:1]:
        reason = _(
            "%(count)s have a place there at the same time from %(day)s. Write at least that many, or end a "
            "placement first."
        )
        checker.no("activities.csv", row, "places", reason % {"count": len(together), "day": day})


def too_many(placed: list[Stay], places: int) -> list[tuple[date, list[Stay]]]:
    """Return the days on which more come together than there are places, with those who do, earliest first."""
    found = []
    running: list[Stay] = []
    for stay in sorted(placed, key=lambda stay: stay.starts_on):
        running = [one for one in running if one.ends_on is None or one.ends_on > stay.starts_on]
        running.append(stay)
        if len(running) > places:
            together = fullest_moment(running)
            if len(together) > places:
                found.append((stay.starts_on, together))
    return found


def fullest_moment(running: list[Stay]) -> list[Stay]:
    """Return those who are there at the fullest moment of the week, in weeks A or B."""
    fullest: list[Stay] = []
    for letter in (A, B):
        moments = {part.start for stay in running for part in stay.week.parts}
        for minute in moments:
            there = [
                stay
                for stay in running
                if any(part.weeks in (EVERY, letter) and part.start <= minute < part.end for part in stay.week.parts)
            ]
            if len(there) > len(fullest):
                fullest = there
    return fullest
