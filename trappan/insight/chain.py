"""The chain from application to the end of a case, of a month: how many came, how long it took, who stands where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.insight.disclosure.plan import COUNTED, STAGES
from trappan.insight.told import Told, in_words

FIRST = gettext_lazy("Application")
NAMES: dict[str, Promise] = dict(
    zip(
        STAGES,
        (
            gettext_lazy("Case"),
            gettext_lazy("Mapping"),
            gettext_lazy("Plan"),
            gettext_lazy("Start"),
            gettext_lazy("Exit"),
        ),
        strict=True,
    )
)
# Who stands between which stages, and what that is called.
PLACES: dict[str, tuple[str, str, Promise]] = {
    "stand_without_plan": ("case", "plan", gettext_lazy("no plan yet")),
    "stand_with_plan": ("plan", "start", gettext_lazy("no place yet")),
    "stand_with_place": ("start", "exit", gettext_lazy("have a place")),
}
# From the start on nobody waits: these days are spent in activities.
WAITING = ("case", "mapping", "plan", "start")
INDICATORS = [
    *(f"come_to_{stage}" for stage in COUNTED),
    *(f"days_to_{stage}" for stage in STAGES),
    *(f"days_to_{stage}_nine" for stage in STAGES),
    *PLACES,
]
Cells = Mapping[tuple[str, date], Told]


@dataclass(frozen=True)
class Number:
    """One number of a month, as it is told, and what it was a year before."""

    indicator: str
    cell: Told | None
    before: Told | None

    @property
    def words(self) -> str:
        """Return it in words: hidden, or a dash where there is none."""
        return said(self.cell)

    @property
    def before_words(self) -> str:
        """Return what it was a year before, in words."""
        return said(self.before)

    @property
    def value(self) -> float | None:
        """Return it as a number; None where it is not told."""
        return self.cell.value if self.cell and self.cell.shown else None

    @property
    def whole(self) -> int:
        """Return it as a whole number; nought where it is not told."""
        return round(self.value or 0)


@dataclass(frozen=True)
class Stage:
    """One stage: how many came to it, where that is counted, and after how many days since the stage before."""

    key: str
    name: str
    before: str
    come: Number | None
    middle: Number
    nine: Number

    @property
    def numbers(self) -> list[Number]:
        """Return what is told of it, in the order in which it is read."""
        return [one for one in (self.come, self.middle, self.nine) if one]

    @property
    def waits(self) -> bool:
        """Tell whether the days to it are spent waiting."""
        return self.key in WAITING


@dataclass(frozen=True)
class Place:
    """Where people stand: between which stages, what that is called, and how many they are."""

    first: str
    last: str
    name: str
    number: Number


@dataclass(frozen=True)
class Chain:
    """The whole chain of a month."""

    stages: list[Stage]
    places: list[Place]

    @property
    def longest(self) -> list[Stage]:
        """Return the stage to which half waited longest, or those; none where no wait is told, or nobody waited."""
        told = [one for one in self.stages if one.waits and one.middle.value]
        most = max((one.middle.value or 0 for one in told), default=0)
        return [one for one in told if one.middle.value == most]

    @property
    def fullest(self) -> list[Place]:
        """Return where most stand and wait, or those; none unless all who wait are told, or nobody does."""
        waiting = [one for one in self.places if one.first != "start"]
        if any(one.number.value is None for one in waiting):
            return []
        most = max(one.number.value or 0 for one in waiting)
        return [one for one in waiting if most and one.number.value == most]

    @property
    def hides(self) -> bool:
        """Tell whether anything of it is hidden."""
        numbers = [number for one in self.stages for number in one.numbers]
        return any(one.cell and not one.cell.shown for one in [*numbers, *(place.number for place in self.places)])


def said(cell: Told | None) -> str:
    """Return a cell in words: a dash where there is none."""
    if cell is None:
        return "–"
    return in_words(cell.value) if cell.shown else _("hidden")


def chain_of(cells: Sequence[Told], month: date, before: date) -> Chain:
    """Return the chain of a month beside that of another."""
    found: Cells = {(one.indicator, one.month): one for one in cells}

    def number(indicator: str) -> Number:
        return Number(indicator, found.get((indicator, month)), found.get((indicator, before)))

    called = [str(FIRST), *(str(NAMES[stage]) for stage in STAGES)]
    stages = [
        Stage(
            stage,
            called[at + 1],
            called[at],
            number(f"come_to_{stage}") if stage in COUNTED else None,
            number(f"days_to_{stage}"),
            number(f"days_to_{stage}_nine"),
        )
        for at, stage in enumerate(STAGES)
    ]
    places = [Place(first, last, str(name), number(one)) for one, (first, last, name) in PLACES.items()]
    return Chain(stages, places)
