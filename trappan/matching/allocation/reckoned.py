"""What a run was reckoned of and what came of it, kept without whom, to be asked what would be different."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from trappan.matching.allocation.possible import Possible, Seeker
from trappan.matching.allocation.town import Choice, Town


@dataclass(frozen=True)
class Reckoned:
    """A run: the town, what was given, and what it is called.

    `waited` are days on the week's Monday, by seeker; `kept` is what was proposed the time before and stood, `given`
    what came of it. `stretches` are activity and minutes of each unit of the town. `names` and `sites` say what an
    activity is called and which site it is of.
    """

    town: Town
    stretches: Sequence[tuple[int, int, int]]
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

    def to_json(self) -> dict[str, Any]:
        """Return it as it is kept; no case and no person is in it."""
        return {
            "choices": [[one.seeker, one.wish, *one.units] for one in self.town.choices],
            "room": list(self.town.room),
            "stretches": [list(one) for one in self.stretches],
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
        waited=[(monday - one.since).days for one in seekers],
        kept=found.kept,
        given=given,
        starts_first=starts_first,
        names={one.id: one.name for one in places},
        sites={one.id: one.unit_id for one in places},
    )
