"""A form's week: the field, and the rows and the grid that it is drawn as."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals import Refused
from trappan.schedules.letters import letter_now
from trappan.schedules.week import EVERY, A, B, Week
from trappan.ui.week.grid import Block, grid
from trappan.ui.week.rows import MOST, Row, letters, pressed_hour, read_press, rows_of, week_from

COUNT = re.compile(r"[0-9]{1,3}")
WEEKS = ((EVERY, gettext_lazy("All")), (A, gettext_lazy("A")), (B, gettext_lazy("B")))


class WeekRows(forms.Widget):
    """Rows of day buttons and times, with the grid above; works by mouse, by keyboard and without JavaScript.

    Every button of it sends the form, which is drawn again with nothing saved (`is_pressed`). `beside` are
    parts that are drawn with it and not changed by it; `weeks` says whether a row may be every other week's.
    """

    template_name = "ui/week/rows.html"
    use_fieldset = True

    def __init__(self, *, weeks: bool = True, drawn: bool = True) -> None:
        super().__init__()
        self.weeks = weeks
        self.drawn = drawn
        self.beside: Sequence[Block] = ()
        self.words = ""
        self.look = "k-work"

    def is_pressed(self, data: Mapping[str, Any], name: str) -> bool:
        """Tell whether a button of the week was pressed, and not the form's own."""
        return bool(data.get(f"{name}-press"))

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> list[Row]:
        """Read the rows as they stand after the button that was pressed, if one was."""
        rows = [sent_row(data, f"{name}-{at}") for at in range(count(data.get(f"{name}-rows")) or 0)]
        return after(rows, str(data.get(f"{name}-press", "")))

    def value_omitted_from_data(self, data: Any, _files: Any, name: str) -> bool:
        return f"{name}-rows" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = self.shown(value) or [Row()]
        key = context["widget"]["attrs"].get("id", f"id_{name}")
        own = [Block(part, self.words, self.look, f"{key}_{at}") for at, row in enumerate(rows) for part in row.parts]
        context["widget"] |= {
            "key": key,
            "pressed": f"{name}-press",
            "rows": [drawn_row(row, at, name, key, others(own, row, at, key)) for at, row in enumerate(rows)],
            "weeks": WEEKS if self.weeks else (),
            "days": days(),
            "grids": drawn_grids([*own, *self.beside], letters(rows)) if self.drawn else [],
            "alone": len(rows) == 1,
            "full": len(rows) >= MOST,
        }
        return context

    @staticmethod
    def shown(value: Any) -> list[Row]:
        """Return the rows of what the form begins with, a week or rows, or nothing."""
        if isinstance(value, Week):
            return rows_of(value.parts)
        return list(value or [])


class WeekField(forms.Field):
    """Days and times of an ordinary week, as a `Week`; None where it is not required and nothing is pressed."""

    widget: WeekRows

    def __init__(self, *, weeks: bool = True, drawn: bool = True, **about: Any) -> None:
        super().__init__(widget=WeekRows(weeks=weeks, drawn=drawn), **about)

    def to_python(self, value: Any) -> Week | None:
        try:
            return week_from(value or [])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def validate(self, value: Week | None) -> None:
        if self.required and value is None:
            raise forms.ValidationError(_("Press at least one day, and write from when to when."))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return [row for row in WeekRows.shown(initial) if not row.is_empty] != [row for row in data if not row.is_empty]


def count(sent: Any, most: int = MOST) -> int | None:
    """Return how many rows were sent; None where that cannot be read, or is more than a page has."""
    return int(sent) if COUNT.fullmatch(str(sent or "")) and int(sent) <= most else None


def sent_row(data: Any, name: str) -> Row:
    """Read one row; what no page offers is left out."""
    pressed = data.getlist(f"{name}-days") if hasattr(data, "getlist") else data.get(f"{name}-days", [])
    weeks = data.get(f"{name}-weeks", EVERY)
    return Row(
        tuple(sorted({int(day) for day in pressed if day in {"0", "1", "2", "3", "4", "5", "6"}})),
        str(data.get(f"{name}-from", ""))[:10],
        str(data.get(f"{name}-to", ""))[:10],
        weeks if weeks in (EVERY, A, B) else EVERY,
    )


def after(rows: list[Row], pressed: str) -> list[Row]:
    """Return the rows as a button leaves them; as they are where none was pressed."""
    press = read_press(pressed)
    if press.what == "add":
        return [*rows, Row()][:MOST]
    if press.what == "drop":
        return [row for at, row in enumerate(rows) if at != press.at]
    return pressed_hour(rows, press)[:MOST] if press.what == "hour" else rows


def days() -> list[tuple[int, str, str]]:
    """Return the days of the week, each short and whole."""
    return [(day, str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day])) for day in range(7)]


def others(own: Iterable[Block], row: Row, at: int, key: str) -> bool:
    """Tell whether another row has hours at the same time as this one."""
    return any(
        part.meets(block.part) for part in row.parts for block in own if block.link and block.link != f"{key}_{at}"
    )


def drawn_row(row: Row, at: int, name: str, key: str, clashes: bool) -> dict[str, Any]:
    """Return a row as the template draws it."""
    return {"row": row, "at": at, "name": f"{name}-{at}", "key": f"{key}_{at}", "clashes": clashes}


def drawn_grids(blocks: Sequence[Block], weeks: Sequence[str]) -> list[tuple[str, bool, Any]]:
    """Return the grids to draw, each with its week and whether it is this one: one grid, or A and B."""
    if any(one.part.weeks != EVERY for one in blocks):
        weeks = (A, B)
    now = letter_now() if A in weeks else None
    return [(letter, letter == now, grid(blocks, letter)) for letter in weeks]
