"""When people are asked how it went: each time after the end has its day, and what became of it is derived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trappan.outcomes.models import Exit, FollowUp
from trappan.rules.rulesets import Rules
from trappan.schedules.months import month_of, months_after, next_month

LATE = timedelta(days=14)  # after its day somebody should have been asked
OVER = 3  # months after the last time it is asked about no more


def due_day(ended_on: date, months: int) -> date:
    """Return the same day so many months later, or that month's last where it has no such day: as the database."""
    first = months_after(month_of(ended_on), months)
    return first.replace(day=min(ended_on.day, (next_month(first) - timedelta(days=1)).day))


@dataclass(frozen=True)
class Time:
    """One time at which somebody is asked: so many months after, its day, and what was written then."""

    exit: Exit
    months: int
    day: date
    last: date
    answer: FollowUp | None
    tries: Sequence[FollowUp]
    most: int

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def is_given_up(self) -> bool:
        """Tell whether nobody was reached as often as the rules say."""
        return self.answer is None and len(self.tries) >= self.most

    def has_come(self, today: date) -> bool:
        return self.day <= today

    def waits(self, today: date) -> bool:
        """Tell whether somebody is to be asked now."""
        return self.day <= today < self.last and not self.is_answered and not self.is_given_up

    def is_open(self, today: date) -> bool:
        """Tell whether an answer is still taken: its day has come, and nobody has written one."""
        return self.day <= today and not self.is_answered

    def is_late(self, today: date) -> bool:
        return self.waits(today) and self.day + LATE < today

    def is_missed(self, today: date) -> bool:
        """Tell whether nobody asked while it was the time: the next one has come."""
        return self.last <= today and not self.is_answered and not self.tries


def times_of(done: Exit, written: Iterable[FollowUp], rules: Rules) -> list[Time]:
    """Return the times at which somebody is asked after an end, in order; none where nothing is followed up.

    Each waits until the next one has come: then it is that one which is asked.
    """
    if not done.is_followed:
        return []
    standing = [one for one in written if one.taken_back_at is None]
    months = list(rules.follow_up_months)
    found = []
    for one, after in zip(months, [*months[1:], months[-1] + OVER], strict=True):
        mine = [row for row in standing if row.months == one]
        answers = [row for row in mine if row.answer != FollowUp.Answer.NOT_REACHED]
        tries = [row for row in mine if row.answer == FollowUp.Answer.NOT_REACHED]
        found.append(
            Time(
                done,
                one,
                due_day(done.day, one),
                due_day(done.day, after),
                answers[0] if answers else None,
                tries,
                rules.follow_up_tries,
            )
        )
    return found


def waiting(times: Iterable[Time], today: date) -> Time | None:
    """Return the time that is to be asked about now, None where there is none."""
    return next((one for one in times if one.waits(today)), None)
