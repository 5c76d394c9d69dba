"""The rows of a week as they are pressed and typed, read into parts and made from them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from trappan.refusals import Refused
from trappan.schedules.week import EVERY, MINUTES_A_DAY, A, B, Part, Week, minute_in_words, week_of

# 9 · 9.30 · 9:30 · 9,30 · 0930
TIME = re.compile(r"(\d{1,2})(?:[.:,]?(\d{2}))?")
# draw · add · drop 2 · an hour of a week: every 3 9
PRESSED = re.compile(r"(?P<what>draw|add)|drop (?P<at>\d{1,2})|(?P<weeks>every|a|b) (?P<day>[0-6]) (?P<hour>\d{1,2})")
HOUR = 60
# More than anybody's week needs; what is sent beyond it is not read.
MOST = 20


@dataclass(frozen=True)
class Row:
    """The same hours on some days, Monday 0 to Sunday 6; times as they were typed, or empty."""

    days: tuple[int, ...] = ()
    start: str = ""
    end: str = ""
    weeks: str = EVERY

    @property
    def is_empty(self) -> bool:
        return not (self.days or self.start.strip() or self.end.strip())

    @property
    def hours(self) -> tuple[int, int] | None:
        """Return the stretch in minutes since midnight; None where it cannot be read or does not go forward."""
        try:
            start, end = minute_of(self.start), minute_of(self.end)
        except Refused:
            return None
        return (start, end) if start < end else None

    @property
    def parts(self) -> list[Part]:
        """Return the parts that can be drawn; none where the times cannot be read."""
        if self.hours is None:
            return []
        start, end = self.hours
        return [Part(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end, self.weeks) for day in self.days]


@dataclass(frozen=True)
class Press:
    """A button of a week: another row (`add`), one fewer (`drop`), an hour of the grid, or only drawn anew."""

    what: str
    at: int = 0
    weeks: str = EVERY
    day: int = 0
    hour: int = 0


def read_press(text: str) -> Press:
    """Read which button was pressed; what no page offers only draws the week anew."""
    found = PRESSED.fullmatch(text)
    if found is None or int(found["hour"] or 0) > 23:
        return Press("draw")
    if found["at"]:
        return Press("drop", at=int(found["at"]))
    if found["hour"]:
        return Press("hour", weeks=found["weeks"], day=int(found["day"]), hour=int(found["hour"]))
    return Press(found["what"])


def minute_of(text: str) -> int:
    """Read a time of day as minutes since midnight; refused where it is none."""
    found = TIME.fullmatch(text.strip())
    minute = int(found[1]) * HOUR + int(found[2] or 0) if found else -1
    if not found or int(found[2] or 0) > 59 or minute > MINUTES_A_DAY:
        raise Refused(_("“%(text)s” is no time of day. Write for example 9 or 13.30.") % {"text": text.strip()})
    return minute


def rows_of(parts: Iterable[Part]) -> list[Row]:
    """Gather parts of the same hours and weeks into one row, in the order of the week."""
    rows: dict[tuple[int, int, str], list[int]] = {}
    for part in sorted(parts):
        start = part.start % MINUTES_A_DAY
        rows.setdefault((start, start + part.minutes, part.weeks), []).append(part.weekday)
    return [
        Row(tuple(days), minute_in_words(start), minute_in_words(end), weeks)
        for (start, end, weeks), days in rows.items()
    ]


def week_from(rows: Sequence[Row]) -> Week | None:
    """Read the rows; None where nothing is pressed or typed.

    Refused: a row without a day or a time, what is no time, an end that is not after its start, and parts
    that overlap.
    """
    filled = [row for row in rows if not row.is_empty]
    for row in filled:
        if not (row.start.strip() and row.end.strip()):
            raise Refused(_("Write from when to when, for example 9 to 15."))
        start, end = minute_of(row.start), minute_of(row.end)
        if start >= end:
            hours = {"start": minute_in_words(start), "end": minute_in_words(end)}
            raise Refused(_("%(start)s–%(end)s: the end must come after the start, the same day.") % hours)
        if not row.days:
            hours = {"start": minute_in_words(start), "end": minute_in_words(end)}
            raise Refused(_("%(start)s–%(end)s: press at least one day.") % hours)
    return week_of([part for row in filled for part in row.parts]) if filled else None


def pressed_hour(rows: Sequence[Row], press: Press) -> list[Row]:
    """Put an hour of a day into the row used last: grow it, give it the day, or begin a row.

    Where the grid that was pressed is that of week A or B, a row of every week is left alone.
    """
    start, end, day, weeks = press.hour * HOUR, (press.hour + 1) * HOUR, press.day, press.weeks
    kept = [row for row in rows if not row.is_empty]
    for at in range(len(kept) - 1, -1, -1):
        row = kept[at]
        if row.weeks != weeks:
            continue
        if row.hours is None:
            if not (row.start.strip() or row.end.strip()):
                kept[at] = replace(row, days=with_day(row, day), start=minute_in_words(start), end=minute_in_words(end))
                return kept
        elif grown := grown_by(row, day, start, end):
            kept[at] = grown
            return kept
    return [*kept, Row((day,), minute_in_words(start), minute_in_words(end), weeks)]


def grown_by(row: Row, day: int, start: int, end: int) -> Row | None:
    """Return the row with this hour in it: as another day of it, or as the hour before or after its only day."""
    first, last = row.hours or (0, 0)
    if day not in row.days:
        return replace(row, days=with_day(row, day)) if first <= start and end <= last else None
    if row.days != (day,):
        return None
    if start == last:
        return replace(row, end=minute_in_words(end))
    return replace(row, start=minute_in_words(start)) if end == first else None


def pressed_stretch(row: Row, days: tuple[int, ...], hour: int) -> Row:
    """Return the one stretch of a day with an hour pressed: reaching to it, or begun anew where it was in already."""
    start, end = hour * HOUR, (hour + 1) * HOUR
    first, last = row.hours or (start, end)
    if start < first or last < end:
        start, end = min(start, first), max(end, last)
    return Row(days, minute_in_words(start), minute_in_words(end))


def with_day(row: Row, day: int) -> tuple[int, ...]:
    return tuple(sorted({*row.days, day}))


def letters(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the weeks that are drawn: one, or A and B where they differ."""
    return (A, B) if any(row.weeks != EVERY for row in rows) else (EVERY,)
