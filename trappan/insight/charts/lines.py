"""Yearly series of several municipalities as a picture of our own: geometry only, the table stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import floor, log10

from trappan.insight.compared import Area, Compared

OWN, OTHER, GOAL, GRID = "c-line", "s-tread-skip", "c-goal", "c-grid"
STEPS = 4


@dataclass(frozen=True)
class Size:
    """How large a picture is, in its own units, and how many years stand between two labels."""

    name: str
    width: float
    height: float
    apart: int


SIZES = (Size("wide", 720, 280, 1), Size("narrow", 360, 250, 3))
LEFT, RIGHT, TOP, BOTTOM = 64.0, 24.0, 14.0, 30.0
LETTER, APART = 8.0, 17.0  # how wide a letter at a line's end is at most, and how far apart two names stand
WIDEST = 0.4  # how much of the picture the names may take


@dataclass
class Drawing:
    """What the template draws: paths as class and way, and texts as class, place, side and words."""

    name: str
    box: str
    paths: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str, str, str, str]] = field(default_factory=list)


def drawings(series: Compared, levels: Sequence[Decimal] = ()) -> list[Drawing]:
    """Draw a series, wide and narrow, with levels that are marked; nothing of fewer than two years."""
    return [drawn(series, levels, size) for size in SIZES] if len(series.years) > 1 else []


def drawn(series: Compared, levels: Sequence[Decimal], size: Size) -> Drawing:
    """Draw one size: the others thin, this municipality over them."""
    years = range(int(series.years[0]), int(series.years[-1]) + 1)
    step = step_of(float(max([*levels, *(value for one in series.areas for value in one.values.values())])))
    top = STEPS * step
    names = named_ends(series, size)
    right = max([RIGHT, *(10 + LETTER * len(words) for _area, words in names)])
    wide, high = size.width - LEFT - right, size.height - TOP - BOTTOM

    def x(year: int) -> float:
        return LEFT + wide * (year - years[0]) / (len(years) - 1)

    def y(value: Decimal | float) -> float:
        return TOP + high * (1 - float(value) / top)

    drawing = Drawing(size.name, f"0 0 {size.width:g} {size.height:g}")
    for at in range(STEPS + 1):
        value = Decimal(str(round(step * at, 6)))
        drawing.paths.append((GRID, f"M{LEFT:g} {y(value):.1f}H{size.width - right:g}"))
        drawing.texts.append(("soft", f"{LEFT - 8:g}", f"{y(value) + 5:.1f}", "end", series.words(value)))
    for year in years[:: size.apart]:
        drawing.texts.append(("soft", f"{x(year):.1f}", f"{size.height - 8:g}", "middle", str(year)))
    for level in levels:
        drawing.paths.append((GOAL, f"M{LEFT:g} {y(level):.1f}H{size.width - right:g}"))
    for area in sorted(series.areas, key=lambda one: one.is_own):
        way = line([(x(year), y(area.values[str(year)])) if str(year) in area.values else None for year in years])
        drawing.paths.append((OWN if area.is_own else OTHER, way))
    heights = spread([y(area.values[max(area.values)]) for area, _words in names], TOP, TOP + high)
    for (area, words), height in zip(names, heights, strict=True):
        place = (f"{size.width - right + 8:.1f}", f"{height + 5:.1f}")
        drawing.texts.append(("key" if area.is_own else "soft", *place, "start", words))
    return drawing


def named_ends(series: Compared, size: Size) -> list[tuple[Area, str]]:
    """Return which lines are named at their end, and how, outside the picture where no line goes.

    All are, where there is room for it; else this municipality's alone, and by its value where its name is too long.
    """
    areas = [(one, one.name) for one in series.areas]
    fit = [(one, words) for one, words in areas if 10 + LETTER * len(words) <= WIDEST * size.width]
    if len(fit) == len(areas) and APART * len(areas) <= size.height - TOP - BOTTOM:
        return areas
    own = series.own
    if own is None:
        return []
    return [one for one in fit if one[0] is own] or [(own, series.words(own.values[max(own.values)]))]


def spread(heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return heights for names, as near their lines as they can stand without touching each other."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed = list(heights)
    lowest = top
    for at in order:
        placed[at] = max(placed[at], lowest)
        lowest = placed[at] + APART
    highest = bottom
    for at in reversed(order):
        placed[at] = min(placed[at], highest)
        highest = placed[at] - APART
    return placed


def step_of(highest: float) -> float:
    """Return how far apart the lines across stand: easily read, and so that four of them hold the highest value."""
    if highest <= 0:
        return 1
    size: float = 10.0 ** floor(log10(highest / STEPS))
    return next(times * size for times in (1, 1.5, 2, 2.5, 5, 10) if STEPS * times * size >= highest)


def line(points: Sequence[tuple[float, float] | None]) -> str:
    """Return the way through points; where one is missing it is lifted, and a year alone is a dot."""
    way, down = "", False
    for at, point in enumerate(points):
        if point is None:
            down = False
            continue
        way += f"{'L' if down else 'M'}{point[0]:.1f} {point[1]:.1f}"
        alone = not down and (at + 1 == len(points) or points[at + 1] is None)
        way += "h.1" if alone else ""
        down = True
    return way
