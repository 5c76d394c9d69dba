"""What a participant answers about times that are offered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form


class ChooseForm(Form):
    """One of the times of an offer."""

    offer = forms.IntegerField(min_value=1, max_value=2**53)
    at = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M:%S%z"])


class NoneSuitsForm(Form):
    offer = forms.IntegerField(min_value=1, max_value=2**53, widget=forms.HiddenInput())
    words = forms.CharField(
        label=_("Which times suit you?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500})
    )
