"""Share out the free places: the queue decides, and nobody is moved to something worse than promised.

In queue order, twice: who can start at all, and which place. Whoever has been given a place may be moved to another as
good, to let somebody else in, and never loses it. No sum is maximised: what an optimiser would gain by passing over
those who have waited longest is not a gain here (docs/decisions.md).
"""

from collections.abc import Iterator, Mapping

from trappan.matching.allocation.town import Town

# How far it is looked for room: in chains of so many moves, each making room for the one before; and so many moves
# tried a turn, the fewer the more wait, but never below the least. Small towns are searched through; in large ones
# somebody may be left out whom a longer search would have let in.
CHAIN = 4
TRIES_IN_ALL = 100_000
LEAST_TRIES = 40
ANY_WISH = 1_000


def allocate(town: Town, *, start_first: bool = True, kept: Mapping[int, int] | None = None) -> list[int | None]:
    """Return the choice of each seeker, None for nothing.

    `kept` is what was proposed yesterday and still stands, by seeker: it stays, unless the person gets something wished
    more. `start_first` first finds who can start, at whatever is possible for them; otherwise each is given what is
    wished most, and who comes later takes what is left. What is kept and does not fit any more is dropped.
    """
    sharing = Sharing(town, kept or {})
    if start_first:
        sharing.let_start()
    while sharing.give_better():
        pass
    return sharing.given


class Sharing:
    """How far the sharing has come: what each has been given, what was promised them, and who holds each stretch."""

    def __init__(self, town: Town, kept: Mapping[int, int]) -> None:
        self.town = town
        # As lists of numbers: they are asked for a million times a night.
        self.units = [choice.units for choice in town.choices]
        self.wish = [choice.wish for choice in town.choices]
        self.given: list[int | None] = [None] * len(town.seekers)
        self.promised = [ANY_WISH] * len(town.seekers)
        self.kept: dict[int, int] = {}
        self.free = list(town.room)
        # Where a stretch has no place at all, nobody can make room.
        self.has_places = [all(town.room[unit] for unit in units) for units in self.units]
        # Dictionaries keep their order: what is found does not hang on numbers that Python happens to give.
        self.holders: list[dict[int, None]] = [{} for _unit in town.room]
        self.tries = 0
        self.changes = 0
        self.looked_at = [-1] * len(town.seekers)  # how many changes there had been when nothing better was found
        for seeker, choice in sorted(kept.items()):
            if self.fits(choice):
                self.put(seeker, choice)
                self.kept[seeker] = choice
                self.promised[seeker] = self.wish[choice]

    def fits(self, choice: int) -> bool:
        free = self.free
        for unit in self.units[choice]:  # noqa: SIM110  # a generator costs as much as all the rest
            if free[unit] <= 0:
                return False
        return True

    def put(self, seeker: int, choice: int | None) -> None:
        self.given[seeker] = choice
        if choice is not None:
            free, holders = self.free, self.holders
            for unit in self.units[choice]:
                free[unit] -= 1
                holders[unit][seeker] = None

    def lift(self, seeker: int) -> int | None:
        """Take back what somebody has been given, and return it."""
        choice = self.given[seeker]
        if choice is not None:
            free, holders = self.free, self.holders
            for unit in self.units[choice]:
                free[unit] += 1
                del holders[unit][seeker]
        self.given[seeker] = None
        return choice

    def let_start(self) -> None:
        """In queue order, give whatever is possible: what is least sought first, then what others can make room for."""
        for seeker, mine in enumerate(self.town.choices_of):
            if self.given[seeker] is None:
                self.take_first(seeker, sorted(mine, key=self.town.sought.__getitem__))

    def give_better(self) -> bool:
        """In queue order, give what is wished more than what somebody has, and promise it; tell whether any got it."""
        before = self.changes
        for seeker, mine in enumerate(self.town.choices_of):
            if self.looked_at[seeker] == self.changes:
                continue
            held = self.given[seeker]
            has = ANY_WISH if held is None else self.wish[held]
            better = [choice for choice in mine if self.wish[choice] < has]
            now = self.better_of(seeker, better) if better else None
            if now is None:
                self.looked_at[seeker] = self.changes
            else:
                has = self.wish[now]
                self.changes += 1
            self.promised[seeker] = has
        return self.changes > before

    def better_of(self, seeker: int, better: list[int]) -> int | None:
        """Give the first of these, class by class, or leave what is held; return what was given."""
        held = self.lift(seeker)  # first: a swap of two is a chain too
        for wish in sorted({self.wish[choice] for choice in better}):
            given = self.take_first(seeker, [one for one in better if self.wish[one] == wish])
            if given is not None:
                return given
        self.put(seeker, held)
        return None

    def take_first(self, seeker: int, among: list[int]) -> int | None:
        """Give the first of these that fits, else the first that others can make room for, and return it."""
        self.tries = max(TRIES_IN_ALL // len(self.given), LEAST_TRIES)
        for choice in among:
            if self.fits(choice):
                self.put(seeker, choice)
                return choice
        among = [choice for choice in among if self.has_places[choice]]
        for chain in range(1, CHAIN + 1):
            for choice in among:
                if self.tries > 0 and self.is_made_room(seeker, choice, chain):
                    return choice
        return None

    def is_made_room(self, seeker: int, choice: int, chain: int) -> bool:
        """Put somebody where there is no room, and move others until there is; or leave all as it was."""
        self.put(seeker, choice)
        if self.is_settled([(unit, chain) for unit in self.units[choice]], {seeker}):
            return True
        self.lift(seeker)
        return False

    def is_settled(self, taken: list[tuple[int, int]], moved: set[int]) -> bool:
        """Move those who hold these stretches, each with how long a chain may follow, until none is overfull."""
        free = self.free
        unit, chain = next(((unit, chain) for unit, chain in taken if free[unit] < 0), (0, -1))
        if chain <= 0:
            return chain < 0  # none is overfull; or one is, and nobody may be moved any more
        for holder, elsewhere in self.could_move(unit, moved):
            self.tries -= 1
            if self.tries < 0:
                return False
            if chain == 1 and not self.fits_instead(holder, elsewhere):
                continue
            here = self.lift(holder)
            self.put(holder, elsewhere)
            follow = [(unit, chain - 1) for unit in self.units[elsewhere]]
            if self.is_settled([*follow, *taken], {*moved, holder}):
                return True
            self.lift(holder)
            self.put(holder, here)
        return False

    def fits_instead(self, holder: int, elsewhere: int) -> bool:
        """Tell whether there is room for somebody elsewhere, when what they hold is taken back."""
        here = self.given[holder]
        held = self.units[here] if here is not None else ()
        free = self.free
        for unit in self.units[elsewhere]:
            places = free[unit]
            if places < 0 or (not places and unit not in held):
                return False
        return True

    def could_move(self, unit: int, moved: set[int]) -> Iterator[tuple[int, int]]:
        """Yield who holds this stretch and may be moved, who came last first, and where to: as good as was promised.

        Whoever keeps what was proposed yesterday is not moved for others.
        """
        units, wish = self.units, self.wish
        for holder in sorted(self.holders[unit], reverse=True):
            here = self.given[holder]
            if holder in moved or self.kept.get(holder) == here:
                continue
            promised = self.promised[holder]
            for choice in self.town.choices_of[holder]:
                if wish[choice] > promised:
                    break
                if choice != here and unit not in units[choice]:
                    yield holder, choice
