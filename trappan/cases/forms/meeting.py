"""When and where to meet, and what became of it."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Meeting
from trappan.ui.forms import AskedField, DateInput, Form, in_our_time


class TimeForm(Form):
    """A day and a time of day in Stockholm, given on as one moment."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    at = forms.TimeField(
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        label=_("Time"),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": _("Write the time as hours and minutes, for example 9:30.")},
    )

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        day, at = values.pop("day", None), values.pop("at", None)
        if day is not None and at is not None:
            starts_at = make_aware(datetime.combine(day, at))
            if localtime(starts_at.astimezone(UTC)).time() != at:
                self.add_error("at", _("That hour does not exist: the clocks go forward that night. Choose another."))
            else:
                values["starts_at"] = starts_at
        return values


class MoveForm(TimeForm):
    """Another time for a meeting, and what is warned of and meant all the same."""

    closed_day = AskedField(_("Meet on that day all the same"))
    elsewhere = AskedField(_("Book it all the same"))


class MeetingForm(MoveForm):
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


class OutcomeForm(Form):
    outcome = forms.ChoiceField(
        choices=[(value, label) for value, label in Meeting.Outcome.choices if value != Meeting.Outcome.MOVED],
        widget=forms.RadioSelect,
        label=_("What became of it?"),
    )
