"""Which yes a participant takes back."""

from django import forms

from trappan.ui.forms import Form


class StopForm(Form):
    kind = forms.ChoiceField(choices=[(one, one) for one in ("consent", "profile", "story")])
    consent = forms.IntegerField(min_value=1, max_value=2**53)
