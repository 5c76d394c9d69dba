"""What somebody new at a site has been shown: shape only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, in_our_time, offer


class IntroductionForm(Form):
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    points = forms.MultipleChoiceField(label=_("Gone through"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, points: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "points", [(point, point) for point in points])
