"""What is sent from the day's list: marks with their times, who all others are, what was seen."""

import re
from datetime import UTC, date, datetime, timedelta

from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.attendance.models import Attendance
from trappan.attendance.operations import AWAY, Mark, Seen
from trappan.refusals import Refused
from trappan.ui.week.rows import minute_of

MOST = 500  # characters of what was seen
TOLD = {"yes": Attendance.Mark.TOLD.value, "no": Attendance.Mark.NOT_TOLD.value}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_day(text: str, today: date) -> date:
    """Read the day that the address names; anything else, or long ago, is today."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day is not None and day.year >= 2000 else today


def read_moment(text: str) -> datetime | None:
    """Read the moment of a save, in microseconds; anything else is none."""
    try:
        return EPOCH + timedelta(microseconds=int(text)) if re.fullmatch(r"\d{1,17}", text, re.ASCII) else None
    except OverflowError:
        return None


def moment_in_address(moment: datetime) -> str:
    """Write the moment of a save as `read_moment` reads it."""
    return str((moment - EPOCH) // timedelta(microseconds=1))


def said_of(sent: QueryDict, kind: str) -> dict[int, list[str]]:
    """Return what was sent of each placement under one name: `mark-17`, `came-17`."""
    found = {}
    for name, values in sent.lists():
        which, _dash, number = name.partition("-")
        if which == kind and number.isdecimal() and len(number) <= 18:
            found[int(number)] = [str(value) for value in values]
    return found


def read_marks(sent: QueryDict) -> list[Mark]:
    """Read what is chosen in the list; times only of those who came late or left early.

    *Away* says nothing before it is said whether the person has told; that is for the operation to ask.
    """
    seen, told = said_of(sent, "seen"), said_of(sent, "told")
    came, left = said_of(sent, "came"), said_of(sent, "left")
    found = []
    for number, values in said_of(sent, "mark").items():
        mark = values[-1]
        if mark == AWAY:
            mark = TOLD.get(told.get(number, [""])[-1], AWAY)
        part = mark == Attendance.Mark.PARTLY
        found.append(
            Mark(
                number,
                mark,
                read_time(came.get(number, [])) if part else None,
                read_time(left.get(number, [])) if part else None,
                seen.get(number, [""])[-1],
            )
        )
    return found


def read_time(typed: list[str]) -> int | None:
    """Read a time of day that was chosen or typed, the typed one where there are both."""
    text = next((one for one in reversed(typed) if one.strip()), "")
    return minute_of(text) if text else None


def read_rest(sent: QueryDict) -> set[int]:
    """Read whom *all others are here* concerns: those that this very page showed unmarked."""
    if not sent.get("rest"):
        return set()
    return {number for number, values in said_of(sent, "seen").items() if not values[-1]}


def read_seen(sent: QueryDict) -> list[Seen]:
    """Read what was written of somebody; an empty field says nothing."""
    goals = said_of(sent, "goal")
    found = []
    for number, values in said_of(sent, "saw").items():
        text = values[-1].replace("\0", "").replace("\r\n", "\n").strip()
        if text:
            if len(text) > MOST:
                raise Refused(_("Write what you saw in at most %(most)s characters.") % {"most": MOST})
            goal = goals.get(number, [""])[-1]
            found.append(Seen(number, text, int(goal) if goal.isdecimal() and len(goal) <= 18 else None))
    return found
