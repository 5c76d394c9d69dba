"""What may be typed when the way goes on although the application fell."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form


class KeepWayForm(Form):
    why = forms.CharField(
        max_length=300,
        label=_("Why does the way go on?"),
        help_text=_("For example: the person wants to, and the municipality offers the place all the same."),
    )
