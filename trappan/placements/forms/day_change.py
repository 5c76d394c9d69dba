"""What may be typed about one day's other times."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.refusals import Refused
from trappan.schedules.week import DAYS, read_week
from trappan.ui.forms import DateInput, Form, in_our_time


class OtherTimesForm(Form):
    """Other times on one day; empty means that the person is not there."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    times = forms.CharField(
        max_length=20,
        required=False,
        label=_("Times"),
        help_text=_("For example 13-16. Empty: the person is not there that day."),
    )

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        times, day = values.pop("times", ""), values.get("day")
        values["part"] = None
        if times and day:
            try:
                (values["part"],) = read_week(f"{DAYS[day.weekday()]} {times}").parts
            except (Refused, ValueError):
                self.add_error("times", _("Write the times as for example 13-16."))
        return values
