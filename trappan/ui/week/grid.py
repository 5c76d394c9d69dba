"""The grid of a week: half hours down, seven days across, drawn from parts of the week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from trappan.schedules.week import EVERY, MINUTES_A_DAY, Part

HALF = 30
# An ordinary day's hours; earlier and later ones are drawn where something is there.
FIRST, LAST = 8 * 60, 16 * 60


@dataclass(frozen=True)
class Block:
    """A part of the week as it is drawn: what stands there, in which look, and the row that it is a link to.

    `beside` are parts that this form does not change.
    """

    part: Part
    words: str = ""
    look: str = "k-work"
    link: str = ""
    beside: bool = False


@dataclass
class Cell:
    """A cell of the grid: a block, an empty hour that can be pressed, or an empty half hour; `tall` in half hours."""

    day: int
    tall: int
    block: Block | None = None
    clashes: bool = False
    hour: int | None = None


@dataclass
class Line:
    """One half hour: the hour that begins with it, and the cells that begin there."""

    hour: int | None
    cells: list[Cell] = field(default_factory=list)
    weekdays = range(7)


def grid(blocks: Iterable[Block], weeks: str = EVERY) -> list[Line]:
    """Draw the blocks of one week, A or B where they differ, as the lines of a table.

    A block begins in the half hour that it begins in. Two that overlap are drawn one after the other, and both
    are marked.
    """
    there = sorted((one for one in blocks if one.part.weeks in (EVERY, weeks) or weeks == EVERY), key=by_start)
    first, last = frame(there)
    lines = [Line(minute // 60 if minute % 60 == 0 else None) for minute in range(first, last, HALF)]
    for day in range(7):
        for at, cell in column(day, [one for one in there if one.part.weekday == day], first, len(lines)):
            lines[at].cells.append(cell)
    return lines


def by_start(block: Block) -> tuple[int, int]:
    return block.part.start, block.part.end


def frame(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return the first and the last minute of the day that is drawn: whole hours."""
    starts = [one.part.start % MINUTES_A_DAY for one in blocks]
    ends = [one.part.start % MINUTES_A_DAY + one.part.minutes for one in blocks]
    return min([FIRST, *starts]) // 60 * 60, -(-max([LAST, *ends]) // 60) * 60


def column(day: int, blocks: Sequence[Block], first: int, height: int) -> list[tuple[int, Cell]]:
    """Return the cells of a day with the line that each begins on; together they fill the day and no more."""
    cells: list[tuple[int, Cell]] = []
    at = 0
    for index, block in enumerate(blocks):
        start = block.part.start % MINUTES_A_DAY
        begins = min(max((start - first) // HALF, at), height - 1)
        ends = min(max(-(-(start + block.part.minutes - first) // HALF), begins + 1), height)
        if index + 1 < len(blocks):  # the next one begins in its own half hour, also where times are odd
            ends = max(begins + 1, min(ends, (blocks[index + 1].part.start % MINUTES_A_DAY - first) // HALF))
        if begins < at:
            continue
        cells += empty(day, at, begins, first)
        clashes = any(block is not other and block.part.meets(other.part) for other in blocks)
        cells.append((begins, Cell(day, ends - begins, block, clashes)))
        at = ends
    return cells + empty(day, at, height, first)


def empty(day: int, begins: int, ends: int, first: int) -> list[tuple[int, Cell]]:
    """Return the empty cells between two lines: whole hours to press, and halves where no whole hour is left."""
    cells = []
    at = begins
    while at < ends:
        minute = first + at * HALF
        if minute % 60 == 0 and at + 2 <= ends:
            cells.append((at, Cell(day, 2, hour=minute // 60)))
            at += 2
        else:
            cells.append((at, Cell(day, 1)))
            at += 1
    return cells
