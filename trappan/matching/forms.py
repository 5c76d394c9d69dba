"""What may be typed where a place is found: how long a journey is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form, offer


class JourneyForm(Form):
    site = forms.ChoiceField(label=_("To"))
    minutes = forms.IntegerField(
        min_value=1, max_value=300, label=_("Minutes, one way"), help_text=_("As the person or you have tried it.")
    )

    def __init__(self, *args: Any, sites: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "site", sites)
