"""The hours of one day: from when to when, pressed hour by hour or typed."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from trappan.refusals import Refused
from trappan.schedules.week import Part
from trappan.ui.week.fields import WeekRows
from trappan.ui.week.rows import HOUR, Row, pressed_stretch, read_press, week_from

# The hours that are offered to press; earlier and later ones where something is there.
FIRST, LAST = 7, 18
MONDAY = (0,)  # any day stands for the one that is meant


@dataclass(frozen=True)
class Pressable:
    """An hour that can be pressed, and whether it is in."""

    hour: int
    is_in: bool


class DayHours(WeekRows):
    """From and to, with the day's hours above; works by mouse, by keyboard and without JavaScript.

    Every button of it sends the form, which is drawn again with nothing saved, as a week's do.
    """

    template_name = "ui/week/day.html"

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> list[Row]:
        """Read the day's hours as they stand after the button that was pressed, if one was."""
        start, end = (str(data.get(f"{name}-{which}", ""))[:10] for which in ("from", "to"))
        row = Row(MONDAY, start, end) if start.strip() or end.strip() else Row()
        press = read_press(str(data.get(f"{name}-press", "")))
        return [pressed_stretch(row, MONDAY, press.hour) if press.what == "hour" else row]

    def value_omitted_from_data(self, data: Any, _files: Any, name: str) -> bool:
        return f"{name}-from" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-from" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = forms.Widget.get_context(self, name, value, attrs)
        row = (self.shown(value) or [Row()])[0]
        start, end = row.hours or (FIRST * HOUR, FIRST * HOUR)
        hours = range(min(FIRST, start // HOUR), max(LAST, -(-end // HOUR)))
        context["widget"] |= {
            "key": context["widget"]["attrs"].get("id", f"id_{name}"),
            "pressed": f"{name}-press",
            "row": row,
            "hours": [Pressable(hour, start < (hour + 1) * HOUR and hour * HOUR < end) for hour in hours],
        }
        return context


class HoursField(forms.Field):
    """The hours of one day, as a `Part` of any weekday; None where it is not required and nothing is said."""

    widget = DayHours

    def to_python(self, value: Any) -> Part | None:
        try:
            week = week_from(value or [])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return week.parts[0] if week else None

    def validate(self, value: Part | None) -> None:
        if self.required and value is None:
            raise forms.ValidationError(_("Write from when to when, for example 9 to 15."))
