"""Shares that have left in each way after each time, as bars; drawn in the worker and stored as SVG."""

from collections.abc import Sequence
from typing import Any

import altair
from django.utils.translation import gettext as _

from trappan.insight.charts.drawing import LINE, STRONG, TEXT, Size, data, finished

SIZES = (Size("wide", 720, 330, 1), Size("narrow", 360, 330, 1))
ROOM = {"wide": 1.5, "narrow": 2.4}  # how often the longest bar would fit, so that its words stand beside it

# The longest way is written on lines of its own beside its bars, where it would be cut off otherwise.
LINES = r"split(replace(replace(datum.label, ' eller ', ' eller\n'), 'marknadsanst', 'marknads-\nanst'), '\n')"


def draw(key: str, title: str, finding: str, bars: Sequence[tuple[str, int, int | None]]) -> dict[str, str]:
    """Return the chart in both sizes: bars of way, months and per cent; one that is not told has no bar."""
    return {size.name: finished(chart(bars, ROOM[size.name]), size, key, title, finding) for size in SIZES}


def chart(bars: Sequence[tuple[str, int, int | None]], room: float) -> Any:
    """Return the bars, way by way and each after its months, with what they say beside them."""
    rows: list[dict[str, Any]] = [
        {"way": way, "months": months, "share": share or 0, "words": words(months, share)}
        for way, months, share in bars
    ]
    ways = list(dict.fromkeys(way for way, *_bar in bars))
    most = max(row["share"] for row in rows) * room
    drawn = altair.Chart(data(rows)).encode(
        x=altair.X("share:Q", axis=None, scale=altair.Scale(domain=[0, most])),
        y=altair.Y(
            "way:N",
            sort=ways,
            axis=altair.Axis(domain=False, ticks=False, labelLimit=140, labelPadding=8, labelExpr=LINES),
            scale=altair.Scale(paddingInner=0.25),
        ),
        yOffset=altair.YOffset("months:O", scale=altair.Scale(paddingInner=0.15)),
    )
    label = drawn.mark_text(align="left", baseline="middle", dx=6, fontSize=TEXT, color=STRONG)
    return altair.layer(drawn.mark_bar(color=LINE), label.encode(text="words:N"))


def words(months: int, share: int | None) -> str:
    """Return what stands beside a bar."""
    if share is None:
        return _("%(months)s months: hidden") % {"months": months}
    return _("%(months)s months: %(share)s %%") % {"months": months, "share": share}
