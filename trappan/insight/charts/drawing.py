"""Draw a figure's months as a line, as text of SVG; the worker's alone, since the library is heavy.

Every chart becomes a picture here, in two sizes, so that letters keep theirs on a phone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import altair
import vl_convert

from trappan.insight.told import in_words

MONTHS = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
DAYS = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"]
NUMBERS: Any = {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0kr"], "minus": "−"}
TIMES = {
    "dateTime": "%Y-%m-%d %H:%M",
    "date": "%Y-%m-%d",
    "time": "%H:%M",
    "periods": ["", ""],
    "days": DAYS,
    "shortDays": [day[:3] for day in DAYS],
    "months": MONTHS,
    "shortMonths": MONTHS,
}
# The page's own colours, light or dark as the page is.
LINE, QUIET, STRONG = (
    f"var(--ds-color-{name})" for name in ("accent-base-default", "neutral-border-subtle", "neutral-text-default")
)
YEARS_FROM = 24  # months
TEXT = 14  # as the page's style sheet writes it
SPOKEN = re.compile(r' (?:aria-[a-z]+|role|tabindex)="[^"]*"')
MEASURES = re.compile(r'^<svg[^>]*?(viewBox="[^"]*")[^>]*>')


@dataclass(frozen=True)
class Size:
    """How large a picture is drawn, in its own units, and how many years stand between two of its labels."""

    name: str
    width: int
    height: int
    apart: int

    @property
    def labels(self) -> int:
        """Return how many months there is room for under it, where years would be too few."""
        return self.width // 90


SIZES = (Size("wide", 720, 280, 1), Size("narrow", 360, 250, 2))


@dataclass(frozen=True)
class Line:
    """What is drawn: months with values, a gap where one is not told; numbered days; words for who does not see it.

    `by_week`: what stands in the place of months are the Mondays of weeks.
    """

    name: str
    months: Sequence[tuple[date, float | None]]
    marks: Sequence[tuple[date, str]]
    title: str
    finding: str
    is_percent: bool
    by_week: bool = False


def drawn(line: Line, size: Size) -> str:
    """Return the picture as SVG, named and described in words, without a size or colour of its own."""
    return finished(chart(line, size), size, line.name, line.title, line.finding)


def finished(chart: Any, size: Size, name: str, title: str, finding: str) -> str:
    """Return a chart as SVG in the page's letters and colours, named and described in words."""
    whole = (
        chart.properties(
            width=size.width,
            height=size.height,
            background="transparent",
            padding=6,
            autosize=altair.AutoSizeParams(type="fit", contains="padding"),
        )
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=TEXT, labelColor=STRONG, gridColor=QUIET, title=None)
        .configure_text(color=STRONG)
    )
    # Our charts differ in their numbers alone: to hold each against the library's schema takes half the drawing.
    svg = vl_convert.vegalite_to_svg(
        whole.to_dict(validate=False), format_locale=NUMBERS, time_format_locale=TIMES, show_warnings=False
    )
    return named(svg, f"{name.replace('_', '-')}-{size.name}", title, finding)


def named(svg: str, key: str, title: str, finding: str) -> str:
    """Return a picture with its title and finding, as wide as its place; what the library says of each mark is out.

    The ids in it begin with the key, since a page shows several pictures and each in two sizes.
    """
    name = f"k-{key}"
    said = f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(finding)}</desc>'
    quiet = SPOKEN.sub("", svg).replace('id="', f'id="{name}-').replace("url(#", f"url(#{name}-")

    def head(found: re.Match[str]) -> str:
        described = f'role="img" aria-labelledby="{name}-t {name}-d"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {found.group(1)} {described}>{said}'

    return MEASURES.sub(head, quiet, count=1)


def chart(line: Line, size: Size) -> Any:
    """Return the chart's own description: numbered days behind, the line, and the points that are named."""
    rows = [{"month": month.isoformat(), "value": value} for month, value in line.months]
    named = [
        {"month": month.isoformat(), "value": value, "side": side, "words": in_words(value, is_percent=line.is_percent)}
        for month, value, side in points(line.months)
    ]
    months = altair.X(
        "month:T",
        axis=altair.Axis(
            **(weeks_of if line.by_week else ticks)(line.months, size), grid=False, domainColor=QUIET, tickColor=QUIET
        ),
        scale=altair.Scale(padding=0),
    )
    highest = max((value or 0) for _month, value in line.months)
    # A share of places may be over 100 %: the line then stays under the axis's end, too.
    top = [0, max(100, highest * 1.1)] if line.is_percent else [0, highest * 1.15]
    values = altair.Y(
        "value:Q",
        axis=altair.Axis(tickCount=4, format=",.0f", domain=False, ticks=False),
        scale=altair.Scale(domain=top, nice=not line.is_percent),
    )
    curve = altair.Chart(data(rows)).mark_line(color=LINE, strokeWidth=3).encode(x=months, y=values)
    dots = altair.Chart(data(named)).mark_point(color=LINE, filled=True, size=70, opacity=1)
    layers = [*of_days(line.marks, months), curve, dots.encode(x=months, y=values)]
    aligned: Any
    for side, aligned in (("start", "left"), ("middle", "center"), ("end", "right")):
        told = [one for one in named if one["side"] == side]
        label = altair.Chart(data(told)).mark_text(
            align=aligned, dy=-14, dx={"left": 2, "center": 0, "right": 4}[aligned], fontSize=TEXT, fontWeight="bold"
        )
        layers.append(label.encode(x=months, y=values, text="words:N"))
    return altair.layer(*layers)


def ticks(months: Sequence[tuple[date, float | None]], size: Size) -> dict[str, Any]:
    """Return what stands under the line: years, or months of fewer than two years."""
    if len(months) >= YEARS_FROM:
        return {"format": "%Y", "tickCount": {"interval": "year", "step": size.apart}}
    step = next(step for step in (1, 2, 3, 6) if len(months) <= step * size.labels)
    return {"format": "%b %Y", "tickCount": {"interval": "month", "step": step}}


def weeks_of(weeks: Sequence[tuple[date, float | None]], size: Size) -> dict[str, Any]:
    """Return what stands under the line of weeks: their numbers, as many as there is room for."""
    step = -(-len(weeks) // size.labels)
    named = [altair.DateTime(year=day.year, month=day.month, date=day.day, utc=True) for day, _value in weeks[::step]]
    return {"format": "v. %-V", "values": named}


def data(rows: list[dict[str, Any]]) -> Any:
    """Return rows as the library takes them."""
    return altair.InlineData(values=rows)


def of_days(marks: Sequence[tuple[date, str]], months: Any) -> list[Any]:
    """Return the layers for numbered days: a dashed rule, and its number on top."""
    if not marks:
        return []
    days = data([{"month": day.isoformat(), "number": number} for day, number in marks])
    rule = altair.Chart(days).mark_rule(color=STRONG, strokeDash=[2, 3], opacity=0.7).encode(x=months)
    number = altair.Chart(days).mark_text(align="left", dx=4, dy=6, fontSize=TEXT)
    return [rule, number.encode(x=months, y=altair.value(0), text="number:N")]


def points(months: Sequence[tuple[date, float | None]]) -> list[tuple[date, float, str]]:
    """Return the months that are named with their value: the first, the last, and every third January between."""
    known = [(month, value) for month, value in months if value is not None]
    if not known:
        return []
    first, last = known[0], known[-1]
    middle = [
        (month, value, "middle")
        for month, value in known[1:-1]
        if month.month == 1
        and (month.year - first[0].year) % 3 == 0
        and (last[0] - month).days > 500
        and (month - first[0]).days > 500
    ]
    return [(*first, "start"), *middle, *([(*last, "end")] if len(known) > 1 else [])]
