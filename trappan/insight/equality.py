"""Women beside men in what is told by legal gender: the gap, how it has been, and whether chance could make it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.insight.disclosure.plan import PLAN
from trappan.insight.indicators.definitions import GROUPS, TOLD
from trappan.insight.indicators.indicator import Indicator, Measure
from trappan.insight.indicators.reading import is_percent
from trappan.insight.told import Told, in_words, points, points_in_words, signed
from trappan.insight.uncertainty import FEWEST_EACH, Interval, difference
from trappan.schedules.months import months_after

WOMEN, MEN = "K", "M"
GENDER = ("gender",)
YEARS_BEFORE = (1, 2, 3)
NAMES = [one.name for one in TOLD if GENDER in PLAN[one.name].by]


@dataclass(frozen=True)
class Pair:
    """What a figure was of women and of men in one month; both are told."""

    indicator: Indicator
    women: Told
    men: Told

    @property
    def gap(self) -> float:
        """Return women's less men's, as the figure is counted: percentage points, days or months."""
        return (self.women.value or 0) - (self.men.value or 0)

    @property
    def gap_words(self) -> str:
        """Return the gap in words; of a share without its unit, which the head of the column has."""
        if is_percent(self.indicator):
            gap = round(self.gap, 1)
            return points(gap) if kind_of(self.indicator) == "share" else points_in_words(gap)
        return signed(self.gap)

    @property
    def share_words(self) -> str:
        """Return women's share of women and men, in words; a dash of nobody."""
        women, men = self.women.value or 0, self.men.value or 0
        return in_words(100 * women / (women + men), is_percent=True) if women + men else "–"


@dataclass(frozen=True)
class Column:
    """What a table shows of a figure under one heading, in words."""

    title: str
    words: str
    is_number: bool = True


@dataclass(frozen=True)
class Line:
    """A figure of women and men in its latest month, and the same month of the years before, where both are told."""

    now: Pair
    earlier: tuple[Pair | None, ...]

    @property
    def indicator(self) -> Indicator:
        """Return which figure it is."""
        return self.now.indicator

    @property
    def columns(self) -> list[Column]:
        """Return what its table shows of it, in order: all that are compared in one way have the same columns."""
        as_percent, kind = is_percent(self.indicator), kind_of(self.indicator)
        found = [Column(_("Women"), in_words(self.now.women.value, is_percent=as_percent))]
        found.append(Column(_("Men"), in_words(self.now.men.value, is_percent=as_percent)))
        if kind == "count":
            found.append(Column(_("Women’s share"), self.now.share_words))
        elif kind == "share":
            found.append(Column(_("Gap, percentage points"), self.now.gap_words))
            found.append(Column(_("Uncertainty"), self.interval_words))
            found.append(Column(_("What can be said"), self.verdict, is_number=False))
        else:
            found.append(Column(_("Gap"), self.now.gap_words))
            found.append(Column(_("Counted in"), str(self.indicator.unit), is_number=False))
        return found + [self.before(years, pair) for years, pair in zip(YEARS_BEFORE, self.earlier, strict=True)]

    def before(self, years: int, pair: Pair | None) -> Column:
        """Return the gap so many years before, of a count women's share; a dash where it is not told."""
        if kind_of(self.indicator) == "count":
            title = ngettext("Share a year before", "Share %(years)s years before", years) % {"years": years}
            return Column(title, pair.share_words if pair else "–")
        title = ngettext("Gap a year before", "Gap %(years)s years before", years) % {"years": years}
        return Column(title, pair.gap_words if pair else "–")

    @property
    def interval(self) -> Interval | None:
        """Return where the gap lies; None of what is no share of people, and of fewer than thirty on either side."""
        women, men = self.now.women, self.now.men
        if kind_of(self.indicator) != "share" or women.denominator is None or men.denominator is None:
            return None
        if min(women.denominator, men.denominator) < FEWEST_EACH:
            return None
        return difference(women.numerator or 0, women.denominator, men.numerator or 0, men.denominator)

    @property
    def interval_words(self) -> str:
        """Return from where to where, in percentage points; a dash where nothing is reckoned."""
        if self.interval is None:
            return "–"
        low, high = (points(round(one, 1)) for one in (self.interval.low, self.interval.high))
        return _("%(low)s to %(high)s") % {"low": low, "high": high}

    @property
    def verdict(self) -> str:
        """Return what can be said of the gap: nothing where chance alone could make it, or of few people."""
        if self.interval is None:
            return _("Too few to say")
        if self.interval.holds_none:
            return _("No certain difference")
        return _("Higher among women") if self.interval.low > 0 else _("Higher among men")


def kind_of(one: Indicator) -> str:
    """Return how women and men are held against each other: a share of people, what does not add up, or a count."""
    if isinstance(one, Measure):
        return "measure"
    return "share" if one.of else "count"


def lines(cells: Sequence[Told], first: date) -> dict[str, list[tuple[Promise, list[Line]]]]:
    """Return the figures by how they are compared, each group as figures are listed; none older than `first`."""
    found: dict[tuple[str, date], dict[str, Told]] = {}
    for one in cells:
        if one.shown and one.value is not None:
            found.setdefault((one.indicator, one.month), {})[one.part[0]] = one
    by_kind: dict[str, list[tuple[Promise, list[Line]]]] = {"share": [], "measure": [], "count": []}
    for title, ones in GROUPS:
        made = [line for one in ones if (line := line_of(one, found, first))]
        for kind, groups in by_kind.items():
            of_kind = [line for line in made if kind_of(line.indicator) == kind]
            if of_kind:
                groups.append((title, of_kind))
    return by_kind


def line_of(one: Indicator, found: Mapping[tuple[str, date], Mapping[str, Told]], first: date) -> Line | None:
    """Return one figure's line: the latest month in which both are told; None where there is none."""
    pairs = {
        month: Pair(one, parts[WOMEN], parts[MEN])
        for (name, month), parts in found.items()
        if name == one.name and WOMEN in parts and MEN in parts
    }
    latest = max(pairs, default=None)
    if latest is None or latest < first:
        return None
    return Line(pairs[latest], tuple(pairs.get(months_after(latest, -12 * years)) for years in YEARS_BEFORE))
