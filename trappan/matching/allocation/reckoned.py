"""What a run was reckoned of and what came of it, kept without whom, to be asked what would be different."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from trappan.matching.allocation.possible import Possible, Seeker
from trappan.matching.allocation.town import Choice, Town


@dataclass(frozen=True)
class Reckoned:
    """A run: the town, what was given, and what it is called.

    `whose` tells which seekers are one person, of whose week one part is looked for by itself: a number, which means
    nothing else. `waited` are days on the week's Monday, by seeker; `kept` is what was proposed the time before and
    stood, `given` what came of it. `stretches` are activity and minutes of each unit of the town. `names` and `sites`
    say what an activity is called and which site it is of.
    """

    town: Town
    stretches: Sequence[tuple[int, int, int]]
    whose: Sequence[int]
    waited: Sequence[int]
    kept: Mapping[int, int]
    given: Sequence[int | None]
    starts_first: bool
    names: Mapping[int, str]
    sites: Mapping[int, int]

    @cached_property
    def at(self) -> list[tuple[int, ...]]:
        """Return the activities of each choice, in its own order."""
        return [tuple(dict.fromkeys(self.stretches[unit][0] for unit in one.units)) for one in self.town.choices]

    @cached_property
    def waits(self) -> dict[int, int]:
        """Return for how many days each person has waited."""
        return dict(zip(self.whose, self.waited, strict=True))

    def starters(self, given: Sequence[int | None]) -> set[int]:
        """Return the persons who are given something."""
        return {person for person, choice in zip(self.whose, given, strict=True) if choice is not None}

    def to_json(self) -> dict[str, Any]:
        """Return it as it is kept; no case and no person is in it."""
        return {
            "choices": [[one.seeker, one.wish, *one.units] for one in self.town.choices],
            "room": list(self.town.room),
            "stretches": [list(one) for one in self.stretches],
            "whose": list(self.whose),
            "waited": list(self.waited),
            "kept": [list(one) for one in self.kept.items()],
            "given": list(self.given),
            "starts_first": self.starts_first,
            "activities": [[key, name, self.sites[key]] for key, name in self.names.items()],
        }


def from_json(kept: Mapping[str, Any]) -> Reckoned:
    """Return a run as it was kept."""
    choices = [Choice(seeker, wish, tuple(units)) for seeker, wish, *units in kept["choices"]]
    return Reckoned(
        town=Town(range(len(kept["waited"])), choices, kept["room"]),
        stretches=[(activity, start, end) for activity, start, end in kept["stretches"]],
        whose=kept["whose"],
        waited=kept["waited"],
        kept=dict(kept["kept"]),
        given=kept["given"],
        starts_first=kept["starts_first"],
        names={key: name for key, name, _site in kept["activities"]},
        sites={key: site for key, _name, site in kept["activities"]},
    )


def reckoned(
    found: Possible,
    given: Sequence[int | None],
    seekers: Sequence[Seeker],
    places: Sequence[Any],
    monday: date,
    *,
    starts_first: bool,
) -> Reckoned:
    """Return a run of that Monday as it is kept: places by what they are called, everybody by how long they wait."""
    return Reckoned(
        town=found.town,
        stretches=found.stretches,
        whose=numbered(one.case for one in seekers),
        waited=[(monday - one.since).days for one in seekers],
        kept=found.kept,
        given=given,
        starts_first=starts_first,
        names={one.id: one.name for one in places},
        sites={one.id: one.unit_id for one in places},
    )


def numbered(cases: Iterable[int]) -> list[int]:
    """Return cases as numbers from nought on, in the order in which they come."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(case, len(numbers)) for case in cases]
