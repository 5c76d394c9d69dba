"""How a site answers for somebody who is proposed to it: shape only."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form


class AnswerForm(Form):
    """Why a site says no."""

    reason = forms.CharField(
        max_length=300,
        label=_("Why does it not work?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The consultant reads it and looks on."),
    )
