"""What may be typed about a pause."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, LastDayField, in_our_time


class PauseForm(Form):
    starts_on = forms.DateField(widget=DateInput(), label=_("First day of the pause"), validators=[in_our_time])
    ends_on = LastDayField(label=_("Last day of the pause"))
