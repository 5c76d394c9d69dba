"""What would be different of a week's proposals: the same reckoning, with one thing changed.

More places and a closed place are reckoned as the next night would: what was proposed stays, unless somebody gets what
is wished for more, so that more places take nothing from anybody. The other order, and the queue set aside, are
reckoned anew from what the run itself began with.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.reckoned import Reckoned
from trappan.matching.allocation.town import Town

Given = list[int | None]


def more_places(run: Reckoned, activity: int, places: int) -> Given:
    """Return what each would be given with so many more places at an activity, all its week."""
    room = [
        free + places if at == activity else free
        for free, (at, _start, _end) in zip(run.town.room, run.stretches, strict=True)
    ]
    return _again(run, room)


def without(run: Reckoned, activities: Collection[int]) -> Given:
    """Return what each would be given where nobody could start at these activities."""
    room = [
        0 if at in activities else free for free, (at, _start, _end) in zip(run.town.room, run.stretches, strict=True)
    ]
    return _again(run, room)


def other_order(run: Reckoned) -> Given:
    """Return what each would be given by the other order of the rules."""
    return allocate(run.town, start_first=not run.starts_first, kept=run.kept)


def queue_aside(run: Reckoned) -> Given:
    """Return what each would be given if as many as possible were to start, however long others have waited.

    Found by taking those first who take least: no proof that no more could start, so it tells what could at least.
    """
    town = run.town
    least = [min((town.sought[one] for one in mine), default=0.0) for mine in town.choices_of]
    other = _in_order(town, sorted(range(len(town.seekers)), key=lambda one: (least[one], one)))
    return max(list(run.given), other, key=started)


def started(given: Iterable[int | None]) -> int:
    """Return how many would start."""
    return sum(choice is not None for choice in given)


def _again(run: Reckoned, room: Sequence[int]) -> Given:
    """Reckon anew with other room; what the run proposed stays where it still fits."""
    kept = {seeker: choice for seeker, choice in enumerate(run.given) if choice is not None}
    return allocate(replace(run.town, room=room), start_first=run.starts_first, kept=kept)


def _in_order(town: Town, order: Sequence[int]) -> Given:
    """Share out in another order than the queue's, and return it in the queue's."""
    indexes = [index for seeker in order for index in sorted(town.choices_of[seeker])]
    place = {seeker: number for number, seeker in enumerate(order)}
    choices = [replace(town.choices[index], seeker=place[town.choices[index].seeker]) for index in indexes]
    shared = allocate(Town([town.seekers[seeker] for seeker in order], choices, town.room))
    given: Given = [None] * len(order)
    for number, choice in enumerate(shared):
        given[order[number]] = None if choice is None else indexes[choice]
    return given
