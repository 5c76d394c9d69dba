"""What may be typed where a place is found: from when, and how long a journey is."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, in_our_time, offer


class FirstDayForm(Form):
    """From when a place is looked for, in the address."""

    first = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first < self.today:
            raise forms.ValidationError(_("Choose today or a day to come."))
        return first


class JourneyForm(Form):
    site = forms.ChoiceField(label=_("To"))
    minutes = forms.IntegerField(
        min_value=1, max_value=300, label=_("Minutes, one way"), help_text=_("As the person or you have tried it.")
    )

    def __init__(self, *args: Any, sites: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "site", sites)
