"""What may be typed when an application comes in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.assistance.models import Application
from trappan.people.models import Person
from trappan.ui.forms import DateInput, Form


class ApplicationForm(Form):
    number = forms.CharField(
        max_length=20, label=_("Personal number"),
        help_text=_("Personnummer, samordningsnummer or reservnummer."),
    )  # fmt: skip
    given_name = forms.CharField(max_length=100, label=_("Given name"))
    family_name = forms.CharField(max_length=100, label=_("Family name"))
    gender = forms.ChoiceField(
        choices=[("", _("Not stated")), *Person.Gender.choices],
        required=False,
        label=_("Legal gender"),
    )
    languages = forms.CharField(
        max_length=200, required=False, label=_("Languages"), help_text=_("With commas between.")
    )
    interpreter = forms.BooleanField(required=False, label=_("Wants an interpreter"))
    protection = forms.ChoiceField(
        choices=Person.Protection.choices, initial="none", label=_("Protected identity"),
        help_text=_("As marked by Skatteverket. Then only you, by name, see the file until you let somebody in."),
    )  # fmt: skip
    kind = forms.ChoiceField(choices=Application.Kind.choices, label=_("Application"))
    received_on = forms.DateField(widget=DateInput(), label=_("Received"))
    reference = forms.CharField(
        max_length=60, required=False, label=_("Reference in the support system")
    )

    def clean_languages(self) -> list[str]:
        return [word.strip() for word in self.cleaned_data["languages"].split(",") if word.strip()]
