"""Charts of bands, drawn in the worker and stored as SVG: no page knows the library that draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair

from trappan.insight.charts.drawing import LINE, SIZES, Size, data, finished

HALF, NINE = "var(--ds-color-accent-surface-active)", "var(--ds-color-accent-surface-tinted)"


@dataclass(frozen=True)
class Picture:
    """What a chart is called, and the finding that somebody who does not see it is told."""

    key: str
    title: str
    finding: str


def draw(picture: Picture, past: Sequence[dict[str, Any]], ahead: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return the chart in both sizes: months that have been (month, value) as a line, those to come as bands."""
    return {size.name: drawn(picture, size, past, ahead) for size in SIZES}


def drawn(picture: Picture, size: Size, past: Sequence[dict[str, Any]], ahead: Sequence[dict[str, Any]]) -> str:
    """Return the chart in one size."""
    return finished(layers(past, ahead), size, picture.key, picture.title, picture.finding)


def layers(past: Sequence[dict[str, Any]], ahead: Sequence[dict[str, Any]]) -> Any:
    """Return bands under a line of dots, and the months that have been as a whole line."""
    month = altair.X(
        "month:T",
        scale=altair.Scale(type="utc"),
        axis=altair.Axis(format="%Y", tickCount="year", domain=False, ticks=False),
    )
    scale = altair.Scale(zero=False, nice=True)

    def value(name: str) -> altair.Y:
        return altair.Y(
            f"{name}:Q", scale=scale, axis=altair.Axis(tickCount=5, format=",.1~f", domain=False, ticks=False)
        )

    to_come = altair.Chart(data(list(ahead))).encode(x=month)
    bands = [
        to_come.mark_area(color=color, opacity=1).encode(y=value(f"low_{share}"), y2=f"high_{share}:Q")
        for share, color in ((90, NINE), (50, HALF))
    ]
    middle = to_come.mark_line(color=LINE, strokeWidth=3, strokeDash=[3, 5], strokeCap="round")
    marks = [*bands, middle.encode(y=value("median"))]
    if past:
        been = altair.Chart(data(list(past))).encode(x=month, y=value("value"))
        marks.append(been.mark_line(color=LINE, strokeWidth=2.5))
    return altair.layer(*marks)
