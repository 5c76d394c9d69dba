"""What happened in a month, in plain sentences: of the totals that may be told, and of nothing else."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.reading import is_percent
from trappan.insight.told import Change, Told, change, in_words, told
from trappan.schedules.months import months_after, months_between

MONTHS = 12  # of a picture
DOOR = "insight_told_to_staff"


def people(cell: Told, one: str, many: str) -> str:
    """Return a sentence of as many people as the cell counts."""
    number = round(cell.value or 0)
    return (one if number == 1 else many) % {"number": in_words(number)}


def to_work(cell: Told) -> str:
    return people(cell, _("One person went to work."), _("%(number)s people went to work."))


def to_studies(cell: Told) -> str:
    return people(cell, _("One person began studies."), _("%(number)s people began studies."))


def closer(cell: Told) -> str:
    one = _("One person went to an internship or municipal employment.")
    return people(cell, one, _("%(number)s people went to an internship or municipal employment."))


def steps_up(cell: Told) -> str:
    said = {"share": in_words(cell.value, is_percent=True)}
    return _("Of those who began half a year ago, %(share)s have come up at least one step of the staircase.") % said


def in_activity(cell: Told) -> str:
    said = {"share": in_words(cell.value, is_percent=True), "hit": in_words(cell.numerator)}
    said |= {"all": in_words(cell.denominator)}
    return _("%(hit)s of the %(all)s people who should be in activity took part: %(share)s.") % said


def households(cell: Told) -> str:
    return people(cell, _("One household had support."), _("%(number)s households had support."))


def new(cell: Told) -> str:
    one = _("One person had support for the first time in five years.")
    return people(cell, one, _("%(number)s people had support for the first time in five years."))


def ended(cell: Told) -> str:
    one = _("One person no longer had support, whatever the reason.")
    return people(cell, one, _("%(number)s people no longer had support, whatever the reason."))


def with_us(cell: Told) -> str:
    one = _("One person whose main activity is with you took part.")
    return people(cell, one, _("%(number)s people whose main activity is with you took part."))


Sentence = Callable[[Told], str]
GROUPS: tuple[tuple[str, Promise, dict[str, Sentence]], ...] = (
    (
        "forward",
        gettext_lazy("They came further"),
        {"exits_work": to_work, "exits_studies": to_studies, "exits_closer": closer, "steps_up": steps_up},
    ),
    ("active", gettext_lazy("They were in activity"), {"coverage": in_activity}),
    ("support", gettext_lazy("So many had support"), {"households": households, "new": new, "ended": ended}),
)
NAMES = tuple(name for _key, _title, sentences in GROUPS for name in sentences)


@dataclass(frozen=True)
class Column:
    """A month of a picture: where its column stands and how high it is; none where the month is not told."""

    month: date
    x: int
    words: str
    height: float | None
    is_last: bool

    @property
    def y(self) -> float:
        """Return where the column begins, from above."""
        return HEIGHT - (self.height or 0)


HEIGHT, STEP, WIDTH = 44, 20, 14  # of a picture, and of its columns, in its own measure


@dataclass(frozen=True)
class Line:
    """A sentence about a month, how that is beside the month before, and the months up to it as a picture.

    Without a sentence (`said` empty) the figure is not told: of few people, or not counted.
    """

    name: str
    title: str
    said: str
    compared: str
    columns: Sequence[Column]
    corrected: bool

    @property
    def is_drawn(self) -> bool:
        """Tell whether there is a picture: of one month alone there is nothing to see."""
        return bool(self.said) and sum(one.height is not None for one in self.columns) > 1

    @property
    def words(self) -> list[str]:
        """Return what each month has in the table beside the pictures."""
        return [one.words for one in self.columns]


@dataclass(frozen=True)
class Group:
    """Sentences that belong together."""

    key: str
    title: str
    lines: Sequence[Line]


def achieved(month: date) -> list[Group]:
    """Return the sentences of a month, in groups; one question to the database."""
    first = months_after(month, 1 - MONTHS)
    by_name = by_indicator(told(NAMES, (), first, month, door=DOOR))
    return [
        Group(key, str(title), [line_of(name, say, by_name[name], month) for name, say in sentences.items()])
        for key, title, sentences in GROUPS
    ]


def achieved_with_us(month: date) -> Line | None:
    """Return how many took part whose main activity is with the reader's organisation; None where nothing is told.

    There is no such part of whoever works for the municipality.
    """
    cells = told(["coverage"], ("organiser",), months_after(month, 1 - MONTHS), month, door=DOOR)
    counts = [as_count(cell) for cell in cells]
    return line_of("coverage", with_us, counts, month, is_share=False) if counts else None


def as_count(cell: Told) -> Told:
    """Return a share as how many there are above the line."""
    return Told(
        cell.indicator,
        cell.month,
        cell.part,
        cell.numerator,
        cell.numerator,
        None,
        cell.shown,
        cell.cutoff,
        cell.corrected,
    )


def by_indicator(cells: Iterable[Told]) -> dict[str, list[Told]]:
    """Return the cells of each indicator."""
    found: dict[str, list[Told]] = defaultdict(list)
    for cell in cells:
        found[cell.indicator].append(cell)
    return found


def line_of(name: str, say: Sentence, cells: Sequence[Told], month: date, *, is_share: bool | None = None) -> Line:
    """Return what is said of a figure; a number that is hidden or missing says nothing, here and in the picture."""
    indicator = BY_NAME[name]
    is_share = is_percent(indicator) if is_share is None else is_share
    shown = {cell.month: cell for cell in cells if cell.shown and cell.value is not None}
    now = shown.get(month)
    return Line(
        name,
        str(indicator.title),
        say(now) if now else "",
        compared(change(shown.get(months_after(month, -1)), now), is_share=is_share),
        columns(shown, month, is_share=is_share),
        now.corrected if now else False,
    )


def compared(difference: Change | None, *, is_share: bool) -> str:
    """Return in words how a month is beside the month before; nothing where either is not told."""
    if difference is None:
        return ""
    by = round(difference.difference, 1) if is_share else round(difference.difference)
    if not by:
        return _("As in the month before.")
    if is_share:
        points = in_words(abs(by), is_percent=True).rstrip("%\u00a0")
        more, fewer = (
            _("%(by)s percentage points more than in the month before."),
            _("%(by)s percentage points less than in the month before."),
        )
        return (more if by > 0 else fewer) % {"by": points}
    if by > 0:
        words = ngettext("One more than in the month before.", "%(by)s more than in the month before.", by)
    else:
        words = ngettext("One fewer than in the month before.", "%(by)s fewer than in the month before.", -by)
    return words % {"by": in_words(abs(by))}


def columns(shown: dict[date, Told], month: date, *, is_share: bool) -> list[Column]:
    """Draw the months up to one, from nothing to the highest; of a share to a hundred."""
    most = 100.0 if is_share else max((cell.value or 0 for cell in shown.values()), default=0) or 1
    drawn = []
    for at, one in enumerate(months_between(months_after(month, 1 - MONTHS), month)):
        cell = shown.get(one)
        value = cell.value if cell else None
        height = None if value is None else round(HEIGHT * value / most, 1)
        drawn.append(Column(one, at * STEP, in_words(value, is_percent=is_share) or "–", height, one == month))
    return drawn
