"""A plan's ordinary week as a picture: what is where, what it adds up to, beside the target."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trappan.plans.models import PlanPart
from trappan.schedules.week import Part

# How each kind is coloured; the words stand in the block, so colour alone says nothing.
LOOKS = {
    "activity": "k-work",
    "sfi": "k-language",
    "studies": "k-ability",
    "care": "k-none",
    "job_search": "k-search",
    "work": "k-none",
}


A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Block:
    """A part as it is drawn, in its look."""

    part: PlanPart

    @property
    def when(self) -> Part | None:
        return self.part.stretch

    @property
    def look(self) -> str:
        return LOOKS[self.part.kind]


@dataclass(frozen=True)
class Picture:
    """Seven days (the weekend only where something is there), and what has no certain time."""

    days: list[tuple[date, list[Block]]]
    loose: list[Block]
    planned: int
    target: int

    @property
    def missing(self) -> int:
        """Return the minutes that the week still lacks to the target; never below none."""
        return max(self.target - self.planned, 0)

    @property
    def over(self) -> int:
        """Return the minutes that the week holds beyond the target."""
        return max(self.planned - self.target, 0)

    @property
    def share(self) -> int:
        """Return the planned part of the person's own target in whole percent, at most 100."""
        return min(round(100 * self.planned / self.target), 100) if self.target else 100


def picture(parts: Iterable[PlanPart], target: int, *, uncounted: Collection[str]) -> Picture:
    """Draw the parts of a plan; kinds that the rules do not count are drawn and not added."""
    blocks = [Block(part) for part in parts]
    days = []
    for at in range(7):
        there = [block for block in blocks if block.when and block.when.weekday == at]
        if at < 5 or there:
            days.append((A_MONDAY + timedelta(days=at), there))
    return Picture(
        days,
        [block for block in blocks if block.when is None],
        sum(block.part.minutes for block in blocks if block.part.kind not in uncounted),
        target,
    )
