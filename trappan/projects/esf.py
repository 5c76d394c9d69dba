"""The European Social Fund's indicators by code: which of them a project's rows say something of, and how much is told.

What a code means is dated data (codes `esf_indicator`), and so is which meanings are confirmed (the rule
`esf_confirmed`). Only what stands in participations is told, in the numbers that the page tells elsewhere: a code never
says more than they do. Of everything else nobody has written anything down, and that is said; it is never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trappan.projects.told import Counts, Told, hidden_in, is_few
from trappan.rules.models import Code

TABLE = "esf_indicator"
# Code: what it is counted from. A group is as the coordinator has written it, an age is of the first day.
FROM_GROUP = {"CO02": "long_unemployed", "CO16": "disability", "EECO03": "long_unemployed", "EECO12": "disability"}
FROM_RESULT = {"CR02": "studies", "CR04": "work", "EECR02": "studies", "EECR04": "work"}
FROM_AGE = {
    "CO06": ("under_18", "18_24"),
    "CO07": ("over_54",),
    "EECO06": ("under_18",),
    "EECO07": ("18_24", "25_29"),
    "EECO08": ("over_54",),
}
EVERYBODY = "EECO01"
YOUNG = ("18_24", "25_29")


@dataclass(frozen=True)
class Indicator:
    """A code with its meaning and what is told of it; None is hidden, also of a sex of which nothing is counted.

    `source` says from what it is counted: everybody, group, result or age; `by_sex` whether women and men are counted
    apart.
    """

    code: str
    words: str
    source: str
    is_confirmed: bool
    number: int | None
    women: int | None = None
    men: int | None = None
    by_sex: bool = False


@dataclass(frozen=True)
class Unknown:
    """A code of which no row says anything."""

    code: str
    words: str
    is_confirmed: bool


def indicators(
    codes: Iterable[Code], confirmed: str, told: Told, counts: Counts
) -> tuple[Sequence[Indicator], Sequence[Unknown]]:
    """Return what is told by the codes of a project's period, and those of which nothing is known.

    `confirmed` are codes with spaces between, as the rule has them.
    """
    known: list[Indicator] = []
    unknown: list[Unknown] = []
    found = list(codes)
    sure = set(confirmed.split())
    ages = ages_told(counts, {FROM_AGE[one.code] for one in found if one.code in FROM_AGE})
    groups = {one.code: one for one in told.groups}
    for one in found:
        about = (one.code, one.label)
        if one.code == EVERYBODY:
            known.append(Indicator(*about, "everybody", one.code in sure, told.started, told.women, told.men, True))
        elif group := FROM_GROUP.get(one.code):
            sexes = groups.get(group)
            numbers = (sexes.started, sexes.women, sexes.men) if sexes else none_of(told)
            known.append(Indicator(*about, "group", one.code in sure, *numbers, by_sex=True))
        elif result := FROM_RESULT.get(one.code):
            known.append(Indicator(*about, "result", one.code in sure, told.results[result]))
        elif bands := FROM_AGE.get(one.code):
            known.append(Indicator(*about, "age", one.code in sure, ages[bands] if ages else None))
        else:
            unknown.append(Unknown(*about, one.code in sure))
    return known, unknown


def none_of(told: Told) -> tuple[int | None, int | None, int | None]:
    """Return the numbers of a group that nobody is in: none, or hidden where nothing is told of anybody."""
    number = None if told.started is None else 0
    return number, number, number


def ages_told(counts: Counts, wanted: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], int | None]:
    """Return how many began at these ages; empty where nothing is told of anybody.

    They and all the rest make up those who began, so that the few take others with them; nor is a number told that
    differs by few from those whom coordinators have written down as young.
    """
    if is_few(counts.started):
        return {}
    bands = sorted(wanted)
    numbers = {" ".join(band): sum(counts.ages.get(one, 0) for one in band) for band in bands}
    numbers[""] = counts.started - sum(numbers.values())
    hidden = hidden_in(numbers)
    young = " ".join(YOUNG)
    if young in numbers and is_few(abs(numbers[young] - sum(counts.groups.get("young", {}).values()))):
        hidden.add(young)
        if len(hidden) == 1:
            hidden.add(min((one for one in numbers if one != young), key=lambda one: (numbers[one], one)))
    return {band: None if " ".join(band) in hidden else numbers[" ".join(band)] for band in bands}
