"""Small towns, and what each gets in them when everything is tried."""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from trappan.matching.allocation.allocate import ANY_WISH
from trappan.matching.allocation.town import Choice, Town

Given = Sequence[int | None]


def a_town(random: Random, seekers: int = 6, activities: int = 3, *, whole: bool = False) -> Town:
    """Return a small town: activities of two stretches of the week, of which somebody needs one or both."""
    room = [random.randint(0, 2) for _unit in range(2 * activities)]
    if whole:
        room = [places for places in room[:activities] for _stretch in range(2)]
    choices = []
    for seeker in range(seekers):
        for activity in random.sample(range(activities), random.randint(1, activities)):
            both = (2 * activity, 2 * activity + 1)
            units = both if whole else random.choice([both, both[:1], both[1:]])
            choices.append(Choice(seeker, random.randint(0, 2), units))
    return Town(list(range(100, 100 + seekers)), choices, room)


def is_within(town: Town, given: Given) -> bool:
    free = list(town.room)
    for choice in given:
        for unit in town.choices[choice].units if choice is not None else ():
            free[unit] -= 1
    return min(free) >= 0


def ways(town: Town) -> Iterator[Given]:
    """Yield every way of giving each something possible, or nothing, for which there is room."""
    yield from (way for way in product(*([*mine, None] for mine in town.choices_of)) if is_within(town, way))


def classes(town: Town, given: Given) -> list[int]:
    return [ANY_WISH if choice is None else town.choices[choice].wish for choice in given]


def best(town: Town, *, start_first: bool) -> list[int]:
    """Return what each gets when everything is tried: who can start, in queue order, and then how good a place."""
    tried = ([[choice is None for choice in way] if start_first else [], classes(town, way)] for way in ways(town))
    return min(tried)[1]
