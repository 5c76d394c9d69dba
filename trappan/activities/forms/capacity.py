"""What a site may type about its places."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, in_our_time
from trappan.ui.week.fields import WeekField


class PartsForm(Form):
    """Which parts of the week something is about; empty for all of it."""

    week = WeekField(
        weeks=False, required=False, label=_("Days and times"), help_text=_("Leave it empty for the whole week.")
    )


class PlacesForm(PartsForm):
    places = forms.IntegerField(min_value=0, max_value=500, label=_("Places at the same time"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From"), validators=[in_our_time])
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it lasts."))
    reason = OpenText(max_length=300, required=False, label=_("Why?"), help_text=_("Consultants read it."))

    field_order = ("places", "week", "starts_on", "ends_on", "reason")


class ExtraForm(PartsForm):
    places = forms.IntegerField(min_value=1, max_value=20, label=_("How many more?"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From"), validators=[in_our_time])
    ends_on = LastDayField()
    reason = OpenText(max_length=300, label=_("Why?"), help_text=_("Consultants read it."))

    field_order = ("places", "week", "starts_on", "ends_on", "reason")
