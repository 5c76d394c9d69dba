"""What may be typed about a request to take part, and about how it was received."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.forms import HoursField, in_minutes
from trappan.requirement.forms.exemption import WHY_HELP
from trappan.requirement.models import ActivityRequest
from trappan.ui.forms import DateInput, Form, MonthField


class RequestForm(Form):
    first_month = MonthField(label=_("From the month"))
    weekly_hours = HoursField(label=_("Hours a week"), help_text=_("Those of the plan in force, where there is one."))

    reference = forms.CharField(max_length=60, required=False, label=_("Registry number"))

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        values["weekly_minutes"] = in_minutes(values.pop("weekly_hours", None))
        return values


class ReplaceRequestForm(RequestForm):
    why = forms.CharField(max_length=300, label=_("What was wrong?"), help_text=WHY_HELP)


class ReceivedForm(Form):
    received_how = forms.ChoiceField(
        choices=ActivityRequest.Received.choices, widget=forms.RadioSelect, label=_("How did the person get it?")
    )
    received_on = forms.DateField(widget=DateInput(), label=_("When"))
