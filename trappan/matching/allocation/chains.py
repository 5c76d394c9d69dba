"""Who could start if somebody else took another place: suggestions for colleagues to try, never carried out.

The run moves nobody to what is wished for less than promised, nor from what was proposed the time before. Here it is
looked at what such a move would open, for those whom it gave nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trappan.matching.allocation.allocate import LEAST_TRIES, Sharing
from trappan.matching.allocation.town import Town

# So many move at most: more nobody talks over. Of one who moves all is tried. Of two so many first moves are, the fewer
# for each the more have been given nothing: in a large town a suggestion may be missed.
MOVES = 2
TRIES_IN_ALL = 50_000


@dataclass(frozen=True)
class Move:
    """Somebody who would take another of their own choices: seeker, and the choices from and to."""

    seeker: int
    leaves: int
    takes: int


@dataclass(frozen=True)
class Chain:
    """What somebody could have if these moved."""

    choice: int
    moves: tuple[Move, ...]


def chains(town: Town, given: Sequence[int | None]) -> dict[int, Chain]:
    """Return by seeker what would let those start who were given nothing, where one or two others would do.

    One who moves is suggested before two, and what is wished for most first. Who came last is asked first, to take what
    they wish for most of the rest. Each suggestion is made for itself: carried out, it may undo another.
    """
    search = Search(town, given)
    without = [seeker for seeker, choice in enumerate(given) if choice is None and town.choices_of[seeker]]
    tries = max(TRIES_IN_ALL // max(len(without), 1), LEAST_TRIES)
    found = {seeker: search.chain_for(seeker, tries) for seeker in without}
    return {seeker: chain for seeker, chain in found.items() if chain}


class Search:
    """The sharing as it ended, in which moves are tried and taken back."""

    def __init__(self, town: Town, given: Sequence[int | None]) -> None:
        self.town = town
        self.sharing = Sharing(town, {})  # nothing is kept and nothing promised: everybody may be asked
        for seeker, choice in enumerate(given):
            self.sharing.put(seeker, choice)
        # Where each could go as it ended: whatever else is tried, there is no more room than then but where two trade.
        self.could_go: dict[int, list[int]] = {}
        for holder, here in enumerate(given):
            if here is not None and (others := self.elsewhere(holder, here)):
                self.could_go[holder] = others
        self.tries = 0
        self.of_case: dict[int, set[int]] = {}
        for seeker, case in enumerate(town.seekers):
            self.of_case.setdefault(case, set()).add(seeker)

    def elsewhere(self, holder: int, here: int) -> list[int]:
        """Return what else there is room for, for somebody who holds this, most wished for first."""
        mine = self.town.choices_of[holder]
        return [one for one in mine if one != here and self.sharing.fits_instead(holder, one)]

    def chain_for(self, seeker: int, tries: int) -> Chain | None:
        """Return the first chain that lets somebody start; None where none is found in so many tries."""
        self.tries = tries
        own = self.of_case[self.town.seekers[seeker]]
        for many in range(1, MOVES + 1):
            for choice in self.town.choices_of[seeker]:
                if not self.sharing.has_places[choice]:
                    continue
                self.sharing.put(seeker, choice)
                moves = self.moves(self.sharing.units[choice], many, own)
                self.sharing.lift(seeker)
                if moves:
                    return Chain(choice, moves)
        return None

    def moves(self, taken: Iterable[int], many: int, moved: set[int]) -> tuple[Move, ...] | None:
        """Return so many moves at most after which none of these stretches is overfull; None where none is found."""
        sharing = self.sharing
        over = [unit for unit in dict.fromkeys(taken) if sharing.free[unit] < 0]
        if not over:
            return ()
        if many == 1:
            return self.last_move(over, moved)
        for holder, elsewhere in sharing.could_move(over[0], moved):
            self.tries -= 1
            if self.tries < 0:
                return None
            here = sharing.lift(holder)
            sharing.put(holder, elsewhere)
            further = self.moves(
                [*over, *sharing.units[elsewhere]], many - 1, moved | self.of_case[self.town.seekers[holder]]
            )
            sharing.lift(holder)
            sharing.put(holder, here)
            if further is not None and here is not None:
                return (Move(holder, here, elsewhere), *further)
        return None

    def last_move(self, over: Sequence[int], moved: set[int]) -> tuple[Move, ...] | None:
        """Return the move of one who holds all that is overfull, to where there is room."""
        sharing = self.sharing
        if any(sharing.free[unit] < -1 for unit in over):
            return None
        hold_all = set.intersection(*(set(sharing.holders[unit]) for unit in over)) - moved
        for holder in sorted(hold_all & self.could_go.keys(), reverse=True):
            here = sharing.given[holder]
            for elsewhere in self.could_go[holder]:
                if here is not None and sharing.fits_instead(holder, elsewhere):
                    return (Move(holder, here, elsewhere),)
        return None
