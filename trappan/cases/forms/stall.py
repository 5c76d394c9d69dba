"""Why a case waits, and when it moved on."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, in_our_time, offer


class StallForm(Form):
    reason = forms.ChoiceField(widget=forms.RadioSelect, label=_("Why does it wait?"))
    starts_on = forms.DateField(widget=DateInput(), label=_("Since"), validators=[in_our_time])
    note = forms.CharField(
        max_length=300,
        required=False,
        label=_("What is waited for"),
        help_text=_("For example which course, or whose answer. Never a diagnosis."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason", choices("stall", today))


class MoveOnForm(Form):
    ends_on = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
