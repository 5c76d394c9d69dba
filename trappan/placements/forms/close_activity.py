"""What may be typed when an activity closes for good."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, in_our_time


class CloseForm(Form):
    closes_on = forms.DateField(
        widget=DateInput(), label=_("First day when it is no longer there"), validators=[in_our_time]
    )
    reason = forms.CharField(max_length=200, label=_("Why?"))
