"""What is shared out: free stretches of activities' weeks, to those who wait, among the weeks that each could have.

Pure numbers: nobody here has a name, a gender, an age or a country, so that nothing of that can matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Choice:
    """A week that somebody could have: nothing that is stated of person or place rules it out.

    `seeker` is an index into the town's `seekers`. `wish` is a class: 0 for a first wish, larger for less of one;
    within a class all is the same to the person. `units` are the stretches that it takes, indexes into `room`, each
    once.
    """

    seeker: int
    wish: int
    units: tuple[int, ...]


@dataclass(frozen=True)
class Town:
    """All who wait, all that they could have, and the room there is.

    `seekers` are keys in queue order: who has waited longest comes first. `choices` stand in the order of seekers.
    `room` is the number of free places of each stretch.
    """

    seekers: Sequence[int]
    choices: Sequence[Choice]
    room: Sequence[int]

    def __post_init__(self) -> None:
        """Refuse choices that are not in the order of the queue: the first of the queue would not be the first."""
        if any(one.seeker > after.seeker for one, after in zip(self.choices, self.choices[1:], strict=False)):
            raise ValueError("choices stand in the order of seekers")

    @cached_property
    def choices_of(self) -> list[list[int]]:
        """Return the indexes of each seeker's choices, those wished most first, and of these the least sought."""
        found: list[list[int]] = [[] for _seeker in self.seekers]
        for index, choice in enumerate(self.choices):
            found[choice.seeker].append(index)
        for mine in found:
            mine.sort(key=lambda index: (self.choices[index].wish, self.sought[index]))
        return found

    @cached_property
    def sought(self) -> list[float]:
        """Return how sought each choice's stretches are: seekers by place, each divided among the own choices."""
        choices: list[int] = [0] * len(self.seekers)
        for choice in self.choices:
            choices[choice.seeker] += 1
        asked = [0.0] * len(self.room)
        for choice in self.choices:
            for unit in choice.units:
                asked[unit] += 1 / choices[choice.seeker]
        return [sum(asked[unit] / max(self.room[unit], 1) for unit in choice.units) for choice in self.choices]
