"""How a site answers for somebody who is proposed to it: shape only."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import Form, offer


class AnswerForm(Form):
    """Why a site says no."""

    kind = forms.ChoiceField(label=_("Why does it not work?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        max_length=300,
        label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The consultant reads it and looks on."),
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices("site_no", day))
