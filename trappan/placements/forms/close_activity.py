"""What may be typed when an activity closes for good."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import AskedField, Form, LastDayField


class CloseForm(Form):
    closes_on = LastDayField(label=_("Last day when it is there"))
    sure = AskedField(_("Close it for good"))
    reason = forms.CharField(max_length=200, label=_("Why?"))
