"""The staircase as a picture: geometry only; the words stand in a list beside it.

Two drawings, 720 and 360 units wide, so that numbers keep their size on a phone. A step that was
taken has a thick tread, one passed over a thin one, one ahead a dotted one, the next is honey.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Step:
    """One step of the frame: its number from 1 and its name."""

    number: int
    name: str


@dataclass(frozen=True)
class Move:
    """One arrival on a step, and when in words."""

    step: int
    when: str


@dataclass(frozen=True)
class Size:
    """The measures of one drawing, in its own units."""

    name: str
    width: float
    base: float
    first_tread: float
    climb: float
    text: float
    dot: float
    scale: float


WIDE = Size("wide", 720, 236, 202, 136, 227, 4.5, 1.0)
NARROW = Size("narrow", 360, 210, 180, 118, 201, 3.5, 0.82)


@dataclass
class Drawing:
    """Everything the template draws, as SVG numbers and paths."""

    name: str
    box: str = ""
    blocks: list[tuple[str, str]] = field(default_factory=list)
    treads: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[str, str, str, int]] = field(default_factory=list)
    ways: list[tuple[str, str]] = field(default_factory=list)
    dots: list[tuple[str, str, str]] = field(default_factory=list)
    figures: list[tuple[str, str, str, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Stair:
    """A staircase ready to draw: two drawings, and each step with the words for when."""

    drawings: tuple[Drawing, Drawing]
    steps: list[tuple[Step, list[str], bool]]
    count: int
    now: Step | None
    own: Step | None
    has_back: bool
    next: Step | None


def staircase(steps: Sequence[Step], moves: Sequence[Move], own: int | None = None) -> Stair:
    """Lay out a frame's steps with a person's arrivals, oldest first, and their own rating."""
    now = moves[-1].step if moves else None
    numbers = [step.number for step in steps]
    ahead = [number for number in numbers if now is not None and number > now]
    following = ahead[0] if ahead else None
    by_number = {step.number: step for step in steps}
    words = []
    for step in steps:
        when = [move.when for move in moves if move.step == step.number]
        words.append((step, when, step.number == now))
    return Stair(
        drawings=(_draw(WIDE, numbers, moves, now, following, own), _draw(NARROW, numbers, moves, now, following, own)),
        steps=words,
        count=len(steps),
        now=by_number.get(now) if now is not None else None,
        own=by_number.get(own) if own is not None else None,
        has_back=any(b.step < a.step for a, b in itertools.pairwise(moves)),
        next=by_number.get(following) if following is not None else None,
    )


def _draw(
    size: Size, numbers: Sequence[int], moves: Sequence[Move], now: int | None, following: int | None, own: int | None
) -> Drawing:
    drawing = Drawing(size.name)
    width = size.width / len(numbers)
    rise = size.climb / max(len(numbers) - 1, 1)
    treads = {number: size.first_tread - rise * at for at, number in enumerate(numbers)}
    lefts = {number: width * at for at, number in enumerate(numbers)}
    taken = {move.step for move in moves}
    highest = max(taken, default=0)
    for number in numbers:
        block, tread = _shape(number, now, taken, highest, following)
        left, top = lefts[number], treads[number]
        drawing.blocks.append((block, f"M{left:g} {size.base:g}V{top + 5:g}q0-5 5-5H{left + width:g}V{size.base:g}z"))
        drawing.treads.append((tread, f"M{left + 4:g} {top:g}H{left + width - 4:g}"))
        ink = "t-now" if block == "s-now" else "t-done" if block in ("s-done", "s-skip") else ""
        drawing.numbers.append((ink, f"{left + width / 2:g}", f"{size.text:g}", number))
    _draw_way(drawing, size, moves, now, treads, lefts, width)
    summit = min(treads.values()) - 4
    for kind, stands in (("s-self", own), ("s-who", now)):
        if stands is None:
            continue
        share = 0.5 if kind == "s-self" else 0.7
        if own == now:
            share = 0.26 if kind == "s-self" else 0.76
        x, top = lefts[stands] + width * share, treads[stands]
        body, head = 14 * size.scale, 10.5 * size.scale
        neck = top - 3 - 44 * size.scale + (0.0 if size.scale == 1 else 0.2)
        drawing.figures.append(
            (
                kind,
                f"M{x - body:g} {top - 3:g}v-{18 * size.scale:g}"
                f"a{body:g} {body:g} 0 0 1 {2 * body:g} 0v{18 * size.scale:g}z",
                f"{x:g}",
                f"{neck:g}",
                f"{head:g}",
            )
        )
        summit = min(summit, neck - head - 6)
    drawing.box = f"0 {summit:g} {size.width:g} {size.base - summit:g}"
    return drawing


def _shape(number: int, now: int | None, taken: set[int], highest: int, following: int | None) -> tuple[str, str]:
    if number == now:
        return "s-now", "s-tread"
    if number in taken:
        return "s-done", "s-tread-next" if number == following else "s-tread"
    if number < highest:
        return "s-skip", "s-tread-skip"
    return "s-todo", "s-tread-next" if number == following else "s-tread-todo"


def _draw_way(
    drawing: Drawing,
    size: Size,
    moves: Sequence[Move],
    now: int | None,
    treads: dict[int, float],
    lefts: dict[int, float],
    width: float,
) -> None:
    """Dots for arrivals, side by side where a step was reached more than once, and arcs between."""
    arrivals = Counter(move.step for move in moves)
    met: Counter[int] = Counter()
    points: list[tuple[float, float]] = []
    for move in moves:
        at, total = met[move.step], arrivals[move.step]
        met[move.step] += 1
        middle, gap = (0.29, 20 / 120) if move.step == now else (0.5, 34 / 120)
        gap = min(gap, 0.5 / max(total, 1))
        x = lefts[move.step] + width * (middle + gap * (at - (total - 1) / 2))
        points.append((x, treads[move.step] - 9))
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        back = y2 > y1
        lift = 8 if back else 26
        drawing.ways.append(
            (
                "s-way s-back" if back else "s-way",
                f"M{x1:g} {y1:g}Q{(x1 + x2) / 2:g} {min(y1, y2) - lift:g} {x2:g} {y2:g}",
            )
        )
    drawing.dots = [(f"{x:g}", f"{y:g}", f"{size.dot:g}") for x, y in points]
