"""The chain as a picture: boxes, arrows and who stands between them; geometry only, the table stands beside.

Two drawings, as the staircase has: 720 units wide from left to right, and 360 wide from above down, so that letters
keep their size on a phone.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.insight.chain import FIRST, Chain, Number, Stage

BOX, ARROW, LONGEST, SPAN = "c-bar-2", "c-line", "s-tread-next", "s-tread-todo"
LOUD, PLAIN, SOFT = "key", "", "soft"


@dataclass
class Drawing:
    """What the template draws: paths as class and way, and texts as class, place, side and words."""

    name: str
    box: str
    paths: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    def write(self, look: str, x: float, y: float, words: str, side: str = "middle") -> None:
        """Write words at a place."""
        self.texts.append((look, f"{x:g}", f"{y:g}", side, words))


def drawings(chain: Chain) -> tuple[Drawing, Drawing]:
    """Draw a chain, wide and narrow."""
    return wide(chain), narrow(chain)


def boxes(chain: Chain) -> list[tuple[str, str]]:
    """Return the boxes: what each is called, and how many came: here nobody counts applications, nor exits."""
    return [(str(FIRST), ""), *((one.name, one.come.words if one.come else "") for one in chain.stages)]


def days(stage: Stage) -> tuple[str, str]:
    """Return what stands at an arrow: the middle, and nine of ten."""
    return _("half: %(days)s") % {"days": stage.middle.words}, _("9 of 10: %(days)s") % {"days": stage.nine.words}


def with_unit(number: Number, words: str) -> str:
    """Return what stands at an arrow with its unit; what is not told has none."""
    return words if number.value is None else ngettext("%(said)s day", "%(said)s days", number.whole) % {"said": words}


def wide(chain: Chain) -> Drawing:
    """Draw from left to right: days above the arrows, who stands between below."""
    drawing, width, gap, top, height = Drawing("wide", "0 0 720 190"), 94.0, 31.2, 56.0, 54.0
    lefts = [at * (width + gap) for at in range(len(chain.stages) + 1)]
    for left, (name, number) in zip(lefts, boxes(chain), strict=True):
        drawing.paths.append((BOX, f"M{left + 1:g} {top:g}h{width - 2:g}v{height:g}h{2 - width:g}z"))
        drawing.write(PLAIN, left + width / 2, top + (22 if number else 32), name)
        if number:
            drawing.write(LOUD, left + width / 2, top + 43, number)
    # Between the boxes there is no room for the unit: it stands once, before the numbers.
    drawing.write(SOFT, 0, 18, _("Days"), "start")
    for left, stage in zip(lefts, chain.stages, strict=False):
        start, end, middle = left + width + 3, left + width + gap - 3, top + height / 2
        arrow = (
            f"M{start:g} {middle:g}H{end:g}M{end - 7:g} {middle - 6:g}L{end:g} {middle:g}L{end - 7:g} {middle + 6:g}"
        )
        drawing.paths.append((LONGEST if stage in chain.longest else ARROW, arrow))
        loud, soft = days(stage)
        drawing.write(LOUD, left + width + gap / 2, 18, loud)
        drawing.write(SOFT, left + width + gap / 2, 38, soft)
    at = {stage.key: lefts[number] + width / 2 for number, stage in enumerate(chain.stages, 1)}
    for place in chain.places:
        first, last, under = at[place.first] + 5, at[place.last] - 5, top + height + 8
        drawing.paths.append((SPAN, f"M{first:g} {under:g}v14H{last:g}v-14"))
        drawing.write(PLAIN, (first + last) / 2, under + 36, place.name)
        drawing.write(LOUD, (first + last) / 2, under + 57, place.number.words)
    return drawing


def narrow(chain: Chain) -> Drawing:
    """Draw from above down: days beside the arrows, who stands between at the right."""
    width, height, gap = 200.0, 42.0, 54.0
    tops = [2 + at * (height + gap) for at in range(len(chain.stages) + 1)]
    drawing = Drawing("narrow", f"0 0 360 {tops[-1] + height + 2:g}")
    for top, (name, number) in zip(tops, boxes(chain), strict=True):
        drawing.paths.append((BOX, f"M1 {top:g}h{width:g}v{height:g}h{-width:g}z"))
        drawing.write(PLAIN, 12, top + 26, name, "start")
        if number:
            drawing.write(LOUD, width - 10, top + 27, number, "end")
    for top, stage in zip(tops, chain.stages, strict=False):
        start, end = top + height + 4, top + height + gap - 4
        arrow = f"M36 {start:g}V{end:g}M30 {end - 7:g}L36 {end:g}L42 {end - 7:g}"
        drawing.paths.append((LONGEST if stage in chain.longest else ARROW, arrow))
        loud, soft = days(stage)
        drawing.write(LOUD, 58, start + 18, with_unit(stage.middle, loud), "start")
        drawing.write(SOFT, 58, start + 38, with_unit(stage.nine, soft), "start")
    at = {stage.key: tops[number] + height / 2 for number, stage in enumerate(chain.stages, 1)}
    for place in chain.places:
        first, last = at[place.first] + 4, at[place.last] - 4
        drawing.paths.append((SPAN, f"M{width + 8:g} {first:g}h14V{last:g}h-14"))
        drawing.write(PLAIN, width + 32, (first + last) / 2 - 4, place.name, "start")
        drawing.write(LOUD, width + 32, (first + last) / 2 + 18, place.number.words, "start")
    return drawing
