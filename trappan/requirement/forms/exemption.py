"""What may be typed about an exemption from the requirement, and about its end."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, LastDayField, offer, text

WHY_HELP = _("The old one stays readable, marked as replaced, with this.")


class ExemptionForm(Form):
    kind = forms.ChoiceField(label=_("Why"))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"))
    ends_on = LastDayField(help_text=_("An exemption always has an end. You are told before it comes."))
    evidence = text(
        _("What does it rest on?"), 2, _("For example: certificate from 3 November, seen in original."), True
    )

    reference = forms.CharField(max_length=60, required=False, label=_("Registry number"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices("exemption", today))


class ReplaceExemptionForm(ExemptionForm):
    why = forms.CharField(max_length=300, label=_("What was wrong?"), help_text=WHY_HELP)


class EndExemptionForm(Form):
    ends_on = LastDayField(label=_("Last day of the exemption"))
