"""What was published beside what is told today: the frozen figure stands, and a later one is named next to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.reading import is_percent
from trappan.insight.models import Publication, PublishedCell
from trappan.insight.told import Told, in_words


@dataclass(frozen=True)
class Beside:
    """One published figure, and the cell of the same as it is told today; None where there is none."""

    cell: PublishedCell
    now: Told | None

    @property
    def called(self) -> dict[str, Any]:
        """Return what the figure was called, counted in and defined as when it was published."""
        called: dict[str, Any] = self.cell.publication.words["figures"][self.cell.indicator]
        return called

    @property
    def words(self) -> str:
        """Return the value that was published, in words."""
        return self._in_words(self.cell.value)

    @property
    def unit(self) -> str:
        """Return what the value was counted in; empty where the value says so itself, or there is none."""
        return str(self.called["unit"]) if self.words and not self._is_percent else ""

    @property
    def with_unit(self) -> str:
        """Return the value that was published with what it was counted in: 143 households, or 73.9 %."""
        return f"{self.words}\u00a0{self.unit}" if self.unit else self.words

    @property
    def now_words(self) -> str:
        """Return the value that is told today, in words; empty where none is."""
        return self._in_words(self.now.value) if self.now and self.now.shown else ""

    @property
    def differs(self) -> bool:
        """Tell whether something else is told today, or nothing."""
        return self.now is None or numbers(self.now) != numbers(self.cell)

    @property
    def is_corrected(self) -> bool:
        """Tell whether the sources have said otherwise since, by so few that the number stands as it was told."""
        return self.now is not None and self.now.corrected and not self.cell.corrected

    @property
    def _is_percent(self) -> bool:
        one = BY_NAME.get(self.cell.indicator)
        return one is not None and is_percent(one)

    def _in_words(self, value: float | None) -> str:
        return in_words(value, is_percent=self._is_percent)


def numbers(cell: Told | PublishedCell) -> tuple[float | None, ...]:
    """Return the numbers of a figure, to be compared."""
    return (cell.value, cell.numerator, cell.denominator)


def totals_of(publication: Publication, cells: Iterable[Told]) -> list[Beside]:
    """Return the totals of a publication, each with the one of `cells` that tells the same today."""
    published = PublishedCell.objects.filter(publication=publication, by=[])
    for one in published:
        one.publication = publication
    return beside(sorted(published, key=lambda one: (one.month, place_of(one.indicator))), cells)


def place_of(indicator: str) -> tuple[bool, int]:
    """Return where a figure stands in every list; one that there is no longer comes last."""
    names = list(BY_NAME)
    return (False, names.index(indicator)) if indicator in BY_NAME else (True, 0)


def latest_published(names: Sequence[str], cells: Iterable[Told]) -> dict[str, Beside]:
    """Return of each figure the latest month that is published, as the publication that stands has it.

    To whoever reads publications (secrecy.py); to a case worker none.
    """
    found = (
        PublishedCell.objects.filter(
            indicator__in=names, by=[], month=F("publication__month"), publication__replaced_by=None
        )
        .select_related("publication")
        .defer("publication__pictures", "publication__builds")
        .order_by("indicator", "-month")
        .distinct("indicator")
    )
    return {one.cell.indicator: one for one in beside(found, cells)}


def beside(published: Iterable[PublishedCell], cells: Iterable[Told]) -> list[Beside]:
    """Pair published totals with what is told today."""
    now = {(cell.indicator, cell.month): cell for cell in cells if not cell.part}
    return [Beside(one, now.get((one.indicator, one.month))) for one in published]
