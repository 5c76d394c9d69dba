"""What may be typed about colleagues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.staff.models import ROLE_NAMES, Colleague, Unit
from trappan.ui.forms import NUMBER_OF_A_PERSON, DateInput, Form, LanguagesField, OpenText, SavedForm


class MembershipForm(Form):
    colleague = forms.ModelChoiceField(
        Colleague.objects.people().order_by("family_name", "given_name"), label=_("Colleague"), empty_label=_("Choose")
    )
    unit = forms.ModelChoiceField(Unit.objects.in_force().order_by("name"), label=_("Unit"), empty_label=_("Choose"))
    role = forms.ChoiceField(choices=list(ROLE_NAMES.items()), label=_("Role"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From and with"))

    def values(self) -> dict[str, Any]:
        """Return what the operation asks for."""
        data = self.cleaned_data
        return {
            "colleague_id": data["colleague"].pk,
            "unit_id": data["unit"].pk,
            "role": data["role"],
            "starts_on": data["starts_on"],
        }


class ProfileForm(SavedForm):
    given_name = forms.CharField(max_length=100, label=_("Given name"), validators=[NUMBER_OF_A_PERSON])
    family_name = forms.CharField(max_length=100, label=_("Family name"), validators=[NUMBER_OF_A_PERSON])
    title = OpenText(max_length=80, required=False, label=_("Title"))
    phone = OpenText(max_length=40, required=False, label=_("Phone at work"))
    languages = LanguagesField(validators=[NUMBER_OF_A_PERSON])
