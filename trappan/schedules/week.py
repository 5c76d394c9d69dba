"""The hours of a week: parts such as Monday 9–15, as minutes counted from Monday at midnight."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from trappan.refusals import Refused

MINUTES_A_DAY = 24 * 60
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SWEDISH_DAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
PART = re.compile(r"(\w{3})\w*\s+(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s+([ab]))?")
# Every week, or every other: which weeks are A is the calendar's to say (`schedules.letters`).
EVERY, A, B = "every", "a", "b"


def minute_in_words(minute: int) -> str:
    """Write a minute of the day as 9 or 9.30."""
    hour, rest = divmod(minute, 60)
    return f"{hour}.{rest:02}" if rest else f"{hour}"


@dataclass(frozen=True, order=True)
class Part:
    """One stretch of one weekday, half-open: `start` and `end` in minutes since Monday 00:00.

    `weeks` says whether it is there every week or every other.
    """

    start: int
    end: int
    weeks: str = EVERY

    def meets(self, other: "Part") -> bool:
        """Tell whether the two are ever there at the same time."""
        together = EVERY in (self.weeks, other.weeks) or self.weeks == other.weeks
        return together and self.start < other.end and other.start < self.end

    @property
    def weekday(self) -> int:
        """Return the day, Monday 0 to Sunday 6."""
        return self.start // MINUTES_A_DAY

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @property
    def minutes_a_week(self) -> int:
        """Return the minutes of an ordinary week: half of them where it is there every other."""
        return self.minutes if self.weeks == EVERY else self.minutes // 2

    @property
    def starts_at(self) -> time:
        return _clock(self.start % MINUTES_A_DAY)

    @property
    def ends_at(self) -> time:
        """Return the time of day; the midnight that ends a day reads 23:59."""
        within = (self.end - 1) % MINUTES_A_DAY + 1
        return time(23, 59) if within == MINUTES_A_DAY else _clock(within)

    @property
    def in_words(self) -> str:
        """Return the part as people write it: mån 9–15, or tors 9–12 A."""
        return f"{WEEKDAYS_ABBR[self.weekday]} {self.times_in_words}"

    @property
    def times_in_words(self) -> str:
        """Return the hours, and the weeks where they are not all: 9–12, or 9–12 A."""
        return self.hours_in_words if self.weeks == EVERY else f"{self.hours_in_words} {self.weeks.upper()}"

    @property
    def hours_in_words(self) -> str:
        """Return the hours as people write them: 9–15, or 8.30–24."""
        start = self.start % MINUTES_A_DAY
        return f"{minute_in_words(start)}–{minute_in_words(start + self.minutes)}"

    def __str__(self) -> str:
        within = (self.end - 1) % MINUTES_A_DAY + 1
        end = f"{within // 60:02}:{within % 60:02}"
        every = "" if self.weeks == EVERY else f" {self.weeks.upper()}"
        return f"{DAYS[self.weekday]} {self.starts_at:%H:%M}-{end}{every}"


@dataclass(frozen=True)
class Week:
    """The parts of an ordinary week, in order, none overlapping another."""

    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """Return the length of an ordinary week in minutes: what is there every other counts half."""
        return sum(part.minutes_a_week for part in self.parts)

    def __str__(self) -> str:
        return ", ".join(str(part) for part in self.parts)


def part_of(start: int | None, end: int | None) -> Part | None:
    """Return a stretch from minutes that may both be unknown; None where they are."""
    return None if start is None or end is None else Part(start, end)


def read_week(text: str) -> Week:
    """Read `mon 09:00-15:00, ons 9-12, tors 9-12 A`, English or Swedish days, A or B every other.

    Refused: a text that cannot be read, an unknown day, an end that is not after its start, and
    parts that overlap; the sentence names the piece.
    """
    parts = sorted(_read_part(piece.strip()) for piece in text.split(",") if piece.strip())
    if not parts:
        raise Refused(_("Write at least one day with times, for example: mån 9-15, ons 9-12."))
    return week_of(parts)


def week_of(parts: Iterable[Part]) -> Week:
    """Put parts together into a week; refused where two overlap."""
    ordered = tuple(sorted(parts))
    for one, other in itertools.combinations(ordered, 2):
        if one.meets(other):
            raise Refused(
                _("%(one)s and %(other)s overlap. Change one of them.") % {"one": one.in_words, "other": other.in_words}
            )
    return Week(ordered)


def _read_part(piece: str) -> Part:
    found = PART.fullmatch(piece.lower())
    day = found and _weekday(found[1])
    if not found or day is None:
        raise Refused(
            _("“%(piece)s” cannot be read as a day with times. Write for example: mån 9-15.") % {"piece": piece}
        )
    start = int(found[2]) * 60 + int(found[3] or 0)
    end = int(found[4]) * 60 + int(found[5] or 0)
    if int(found[3] or 0) > 59 or int(found[5] or 0) > 59 or end > MINUTES_A_DAY or end <= start:
        raise Refused(_("In “%(piece)s” the end must come after the start, within one day.") % {"piece": piece})
    return Part(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end, found[6] or EVERY)


def _weekday(word: str) -> int | None:
    for names in (DAYS, SWEDISH_DAYS):
        if word in names:
            return names.index(word)
    return None


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)
