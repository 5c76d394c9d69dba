"""What may be typed in the week of a plan: everything in it on one page, each thing with its days and times."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.documents.signs import PaperForm
from trappan.plans.forms.plan import HoursField, in_minutes
from trappan.plans.hours import in_hours
from trappan.plans.models import PlanPart
from trappan.plans.operations import Planned, clash_in_words, first_clash
from trappan.plans.weekly import LOOKS
from trappan.ui.forms import Form
from trappan.ui.week.fields import WeekField, WeekRows, count, drawn_grids
from trappan.ui.week.grid import Block
from trappan.ui.week.rows import Row, letters, pressed_hour, read_press

MOST = 40


class PartForm(PaperForm, Form):
    """One thing of the week."""

    on_paper = ("title",)
    kind = forms.ChoiceField(choices=PlanPart.Kind.choices, label=gettext_lazy("What"))
    title = forms.CharField(max_length=100, required=False, label=gettext_lazy("Name"))
    held_by = forms.CharField(max_length=100, required=False, label=gettext_lazy("Who holds it"))
    times = WeekField(drawn=False, required=False, label=gettext_lazy("Times"))
    hours = HoursField(required=False, label=gettext_lazy("Hours a week"))

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        times, hours = values.pop("times", None), values.pop("hours", None)
        if times:
            values["week"] = times
        elif hours:
            values["minutes"] = in_minutes(hours)
        elif not self.errors:
            self.add_error("times", _("Press the days and write the times, or write how many hours a week it takes."))
        return values

    @property
    def rows(self) -> list[Row]:
        """Return the rows of its days and times, as they were sent or begin."""
        return WeekRows.shown(self["times"].value())

    @property
    def name(self) -> str:
        """Return what it is called; its kind where nothing is written."""
        kind = self["kind"].value()
        labels = dict(PlanPart.Kind.choices)
        return str(self["title"].value() or labels.get(kind, ""))

    @property
    def look(self) -> str:
        """Return how its kind is coloured."""
        return LOOKS.get(str(self["kind"].value()), "k-none")

    @property
    def is_open(self) -> bool:
        """Tell whether what it is stands open: for something new, for hours at no certain time, and for a no."""
        asked = any(self[name].errors for name in ("kind", "title", "held_by", "hours")) if self.is_bound else False
        return asked or not self["title"].value() or bool(self["hours"].value())


class PlanWeek:
    """The form of a week: a `PartForm` for each thing, and the grid that is drawn from them all.

    `sent` is what was sent, or nothing; a button of the week draws it again with nothing judged and nothing lost.
    `uncounted` are the kinds that do not count against the hours.
    """

    def __init__(self, sent: Mapping[str, Any] | None, planned: Sequence[Planned], uncounted: Collection[str]) -> None:
        self.sent = sent
        self.uncounted = uncounted
        if sent is None:
            self.parts = [self.part(at, begun_with(one)) for at, one in enumerate(planned)] or [self.part(0, {})]
        else:
            self.parts = [self.part(at) for at in range(count(sent.get("parts"), MOST) or 0)]
            if self.is_pressed:
                self.parts = [self.part(at, typed) for at, typed in enumerate(self.after())]

    def part(self, at: int, begun: Mapping[str, Any] | None = None) -> PartForm:
        """Return the form of one thing: begun with what is given, or as it was sent."""
        blank = {"kind": PlanPart.Kind.ACTIVITY}
        if begun is not None:
            return PartForm(prefix=f"part-{at}", initial={**blank, **begun})
        # What is wholly empty is left out, and asked nothing.
        return PartForm(
            self.sent, prefix=f"part-{at}", initial=blank, empty_permitted=True, use_required_attribute=False
        )

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the page was sent: a week that came in part would take out what did not come."""
        return self.sent is None or count(self.sent.get("parts"), MOST) is not None

    @property
    def is_pressed(self) -> bool:
        return self.sent is not None and (bool(self.sent.get("press")) or any(one.is_pressed for one in self.parts))

    def after(self) -> list[dict[str, Any]]:
        """Return what was typed as the button that was pressed leaves it."""
        typed = [{name: one[name].data for name in one.fields} for one in self.parts]
        press = read_press(str((self.sent or {}).get("press", "")))
        if press.what == "add":
            return [*typed, {}][:MOST]
        if press.what == "drop":
            return [one for at, one in enumerate(typed) if at != press.at]
        if press.what == "hour":
            typed = typed or [{}]
            typed[-1] = {**typed[-1], "times": pressed_hour(typed[-1].get("times") or [], press)}
        return typed

    def is_valid(self) -> bool:
        """Judge all of it, also that no two things are at the same time."""
        if self.sent is None or self.is_pressed or not self.is_whole:
            return False
        judged = [one.is_valid() for one in self.parts]  # every one, so that all that is wrong is told at once
        if not all(judged):
            return False
        if clash := first_clash(self.planned):
            later, earlier, when = clash
            words = clash_in_words(self.planned[later], self.planned[earlier], when)
            self.filled[later].add_error("times", words)
        return not clash

    @cached_property
    def filled(self) -> list[PartForm]:
        """Return the forms in which there is something."""
        return [one for one in self.parts if one.cleaned_data]

    @cached_property
    def planned(self) -> list[Planned]:
        """Return the week as it is to be saved, once it is valid."""
        return [
            Planned(**{name: value for name, value in one.cleaned_data.items() if name != "signs_seen"})
            for one in self.filled
        ]

    @property
    def errors(self) -> list[tuple[PartForm, str, str]]:
        """Return each no with its form and the field it concerns."""
        if self.sent is None or self.is_pressed:
            return []
        return [(one, name, str(no[0])) for one in self.parts for name, no in one.errors.items()]

    @property
    def minutes(self) -> int:
        """Return the minutes of an ordinary week that count against the hours, as far as they can be read."""
        return sum(minutes_of(one) for one in self.parts if one["kind"].value() not in self.uncounted)

    @property
    def grids(self) -> list[tuple[str, bool, Any]]:
        """Return the grids of the week: one, or A and B."""
        rows = [row for one in self.parts for row in one.rows]
        return drawn_grids([block for one in self.parts for block in blocks_of(one)], letters(rows))


def begun_with(one: Planned) -> dict[str, Any]:
    """Return a thing of the week as the beginning of its form."""
    return {
        "kind": one.kind,
        "title": one.title,
        "held_by": one.held_by,
        "times": one.week,
        "hours": None if one.week else in_hours(one.minutes),
    }


def blocks_of(one: PartForm) -> list[Block]:
    """Return what a form puts in the grid, each a link to its row."""
    return [
        Block(part, one.name, one.look, f"{one['times'].id_for_label.removesuffix('_0')}_{at}")
        for at, row in enumerate(one.rows)
        for part in row.parts
    ]


def minutes_of(one: PartForm) -> int:
    """Return the minutes a week of a thing, of its times or as they are typed; none where that cannot be read."""
    if timed := sum(part.minutes_a_week for row in one.rows for part in row.parts):
        return timed
    try:
        return in_minutes(one.fields["hours"].clean(one["hours"].value()))
    except forms.ValidationError:
        return 0
