"""Two to five times, what sort of meeting, and until when the person may choose."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Meeting
from trappan.ui.forms import AskedField, DateInput, Form, LastDayField, in_our_time

TIMES = range(1, 6)
NEEDED = 2


def hour(number: int) -> forms.TimeField:
    """Return the field of the hour of one time."""
    return forms.TimeField(
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        label=_("Time %(number)s, hour") % {"number": number},
        input_formats=["%H:%M", "%H.%M"],
        required=number <= NEEDED,
        error_messages={"invalid": _("Write the time as hours and minutes, for example 9:30.")},
    )


class ReadForm(Form):
    """That an answer is read: which one the page showed."""

    edition = forms.CharField(widget=forms.HiddenInput, max_length=40)


class OfferForm(Form):
    """Days and hours in Stockholm, given on as moments (`starts`)."""

    until = LastDayField(label=_("Choose at the latest"))
    minutes = forms.IntegerField(
        min_value=5,
        max_value=480,
        initial=60,
        label=_("Minutes"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={
            key: _("A meeting lasts from 5 minutes to 8 hours.") for key in ("invalid", "min_value", "max_value")
        },
    )
    how = forms.ChoiceField(choices=Meeting.How.choices, label=_("How"))
    place = forms.CharField(max_length=120, required=False, label=_("Where"))
    purpose = forms.CharField(max_length=200, label=_("What is it about?"))
    interpreter = forms.CharField(
        max_length=40, required=False, label=_("Interpreter"), help_text=_("The language. Empty where none is needed.")
    )
    closed_day = AskedField(_("Offer that day all the same"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in TIMES:
            self.fields[f"day_{number}"] = forms.DateField(
                widget=DateInput(),
                label=_("Time %(number)s, day") % {"number": number},
                required=number <= NEEDED,
                validators=[in_our_time],
            )
            self.fields[f"at_{number}"] = hour(number)
        self.order_fields([f"{part}_{number}" for number in TIMES for part in ("day", "at")])

    def clean(self) -> dict[str, Any]:
        """Give the times on as moments; half a time is asked for whole."""
        values = dict(super().clean() or {})
        starts = []
        for number in TIMES:
            day, at = values.pop(f"day_{number}", None), values.pop(f"at_{number}", None)
            if day is not None and at is not None:
                starts.append(make_aware(datetime.combine(day, at)))
            elif (day is None) != (at is None) and not self.errors.keys() & {f"day_{number}", f"at_{number}"}:
                self.add_error(f"at_{number}" if at is None else f"day_{number}", _("Write both the day and the hour."))
        values["starts"] = starts
        return values
