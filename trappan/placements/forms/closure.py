"""What may be typed about days that are closed or cancelled."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.ui.forms import AskedField, DateInput, Form, LastDayField, OpenText, in_our_time, offer


class ClosureForm(Form):
    starts_on = forms.DateField(widget=DateInput(), label=_("First closed day"), validators=[in_our_time])
    ends_on = LastDayField(label=_("Last closed day"))
    reason = OpenText(max_length=120, label=_("Why?"))
    sure = AskedField(_("Close those days"))


class CancelForm(Form):
    activity = forms.ModelChoiceField(Activity.objects.none(), label=_("Activity"), empty_label=None)
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    reason = OpenText(max_length=120, label=_("Why?"))
    sure = AskedField(_("Cancel the day"))

    def __init__(self, *args: Any, activities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "activity", activities)
