"""What may be typed when the person lets others be told of the profile."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.matching.models import ProfileConsent
from trappan.matching.models.profile import Card, Part
from trappan.staff.models import Unit
from trappan.ui.forms import Form, LastDayField, offer


class EmployerConsentForm(Form):
    """What employers whom the person is proposed to may be told."""

    parts = forms.MultipleChoiceField(
        choices=[*Part.choices, *Card.choices], widget=forms.CheckboxSelectMultiple, label=_("May be told")
    )
    given_how = forms.ChoiceField(
        choices=ProfileConsent.How, widget=forms.RadioSelect, label=_("How did the person say yes?")
    )
    ends_on = LastDayField(label=_("Holds until and including"))


class TeamConsentForm(EmployerConsentForm):
    """What one employer team may read; name, telephone and case number go with it."""

    unit = forms.ModelChoiceField(Unit.objects.none(), empty_label=None, label=_("Employer team"))
    field_order = ("unit", "parts", "given_how", "ends_on")

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", teams)
        self.fields["parts"].choices = Part.choices  # type: ignore[attr-defined]  # a field of choices
