"""Charts as a page shows them: the two sizes as text, and the days that are numbered in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from trappan.insight.models import Chart


@dataclass(frozen=True)
class Shown:
    """One chart: the pictures, the wide one first, and the days in them as number, day and what happened."""

    pictures: list[SafeString]
    marks: list[tuple[str, date, str]]


def charts_of(names: Sequence[str]) -> dict[str, Shown]:
    """Return the charts of these indicators, by name; one that is not drawn yet is not there."""
    found: dict[str, Shown] = {}
    for one in Chart.objects.filter(name__in=names).order_by("name", "-size"):
        marks = [(mark["number"], date.fromisoformat(mark["day"]), mark["name"]) for mark in one.marks]
        found.setdefault(one.name, Shown([], marks)).pictures.append(drawn(one.svg))
    return found


def drawn(picture: str) -> SafeString:
    """Return a picture as text of our own: the worker's library draws numbers, and words that are escaped there."""
    return mark_safe(picture)  # noqa: S308  # no text of a user's stands in it unescaped (charts/drawing.py)
