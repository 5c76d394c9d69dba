"""What may be typed in a site's report on how it goes, and about an incident."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Incident, Report
from trappan.ui.forms import DateInput, Form, in_our_time


class ReportForm(Form):
    going = forms.ChoiceField(choices=Report.Going.choices, widget=forms.RadioSelect, label=_("How does it go?"))
    text = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("In a sentence or two"),
        help_text=_("What goes well, what is next. Nothing about health."),
    )
    wants_talk = forms.BooleanField(required=False, label=_("I want the consultant to call me"))


class IncidentForm(Form):
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    kind = forms.ChoiceField(choices=Incident.Kind.choices, widget=forms.RadioSelect, label=_("What kind?"))
    text = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), label=_("What happened?"))
    done = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=_("What was done about it?"))
