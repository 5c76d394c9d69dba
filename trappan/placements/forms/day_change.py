"""What may be said about one day's other times."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.schedules.week import MINUTES_A_DAY
from trappan.ui.forms import DateInput, Form, in_our_time
from trappan.ui.week.day import HoursField


class OtherTimesForm(Form):
    """Other times on one day, or that the person is not there: one of the two is said."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    times = HoursField(required=False, label=_("Times"), help_text=_("Press the hours, or write from when to when."))
    away = forms.BooleanField(required=False, label=_("Not there that day"))

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        part, away, day = values.pop("times", None), values.pop("away", False), values.get("day")
        if part is None and not away and "times" not in self.errors:
            self.add_error("times", _("Say the times, or tick that the person is not there that day."))
        if part is not None and away:
            self.add_error("away", _("Take the times out, or the tick: one of them holds."))
        if part is not None and day is not None:
            at = day.weekday() * MINUTES_A_DAY
            part = replace(part, start=part.start + at, end=part.end + at)
        return {**values, "part": part}
