"""What may be typed when rules are tried: over how many months."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.requirement.trial import MONTHS
from trappan.ui.forms import Form


class TrialForm(Form):
    BETWEEN = _("Write a number of months between 1 and 12.")
    months = forms.IntegerField(
        min_value=1,
        max_value=12,
        initial=MONTHS,
        label=_("The latest months"),
        help_text=_("More months take longer."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), BETWEEN),
    )
