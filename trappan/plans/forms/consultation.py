"""What may be typed about a consultation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Consultation
from trappan.ui.forms import DateInput, Form, text


class ConsultationForm(Form):
    with_whom = forms.ChoiceField(choices=Consultation.With.choices, label=_("With whom"))
    held_on = forms.DateField(widget=DateInput(), label=_("When"))
    outcome = text(_("What it led to"), 2, required=True)
