"""Why somebody was given this place, why not one wished more, and why nothing: counts of who holds what was full.

Taken from how it ended. Nobody is named: who holds a stretch is counted by what put them there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trappan.matching.allocation.town import Town

TOLD = 3  # as many that suited better are explained as somebody reads
FEW = 5  # fewer people at a place are not told of in numbers


@dataclass(frozen=True)
class Full:
    """A choice that was wished more, the stretch of it that was full, and who holds that, counted.

    `longer` have waited longer; `kept` have waited less and keep what was proposed yesterday; `no_other` have waited
    less and there was nothing as good for them elsewhere.
    """

    choice: int
    unit: int
    longer: int
    kept: int
    no_other: int


@dataclass(frozen=True)
class Line:
    """What somebody was given, what was wished more and full, and how many choices there were at all."""

    choice: int | None
    better: tuple[Full, ...]
    possible: int


def few(many: int) -> bool:
    """Tell whether so many are too few to be told of, whichever way they differ."""
    return 0 < abs(many) < FEW


def explain(town: Town, given: Sequence[int | None], kept: Mapping[int, int] | None = None) -> list[Line]:
    """Return a line for each seeker, in queue order."""
    holders: list[list[int]] = [[] for _unit in town.room]
    for seeker, choice in enumerate(given):
        for unit in town.choices[choice].units if choice is not None else ():
            holders[unit].append(seeker)
    still_kept = {seeker for seeker, choice in (kept or {}).items() if given[seeker] == choice}
    return [
        Line(given[seeker], tuple(_full(town, given, holders, still_kept, seeker)), len(mine))
        for seeker, mine in enumerate(town.choices_of)
    ]


def _full(
    town: Town, given: Sequence[int | None], holders: list[list[int]], kept: set[int], seeker: int
) -> Iterator[Full]:
    """Yield what was wished more than what somebody has, as far as is told."""
    held = given[seeker]
    mine = [choice for choice in town.choices_of[seeker] if choice != held]
    if held is not None:
        mine = [choice for choice in mine if town.choices[choice].wish < town.choices[held].wish]
    for choice in mine[:TOLD]:
        full = [unit for unit in town.choices[choice].units if _others(holders[unit], seeker) >= town.room[unit]]
        # The stretch that longer-waiting people hold tells most plainly why.
        unit = max(full, key=lambda unit: sum(holder < seeker for holder in holders[unit]) / max(town.room[unit], 1))
        longer = sum(holder < seeker for holder in holders[unit])
        keeping = sum(holder > seeker and holder in kept for holder in holders[unit])
        yield Full(choice, unit, longer, keeping, _others(holders[unit], seeker) - longer - keeping)


def _others(holders: list[int], seeker: int) -> int:
    """Return how many hold it beside the seeker: two choices of one person may share a stretch."""
    return sum(holder != seeker for holder in holders)
