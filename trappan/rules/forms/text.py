"""What may be typed of the municipality's own words on pages and papers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.refusals.editions import edition_of
from trappan.ui.forms import DateInput, OpenText, SavedForm, in_our_time


class TextForm(SavedForm):
    text = OpenText(
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        label=_("Words"),
        help_text=_("Empty where nothing is to stand there."),
    )
    starts_on = forms.DateField(widget=DateInput(), validators=[in_our_time], label=_("From and with"))

    def __init__(self, *args: Any, saved: Mapping[str, Any], today: date, **kwargs: Any) -> None:
        edition = edition_of(saved)
        day = max(today, saved.get("starts_on", today))
        super().__init__(*args, initial={"text": saved.get("text", ""), "starts_on": day, "edition": edition}, **kwargs)
        self.saved = {**saved, "edition": edition}
