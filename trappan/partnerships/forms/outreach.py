"""What may be typed of contacts without a name, of somebody who is referred, and as an answer: shape only."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.models import Outreach, PartnerReferral
from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.ui.forms import NUMBER_OF_A_PERSON, Form, OpenText, day, offer

# What the person says yes to, as it is kept with the yes. The unit and the site are named beside it.
CONSENT = _(
    "We tell the unit the name, how to reach the person, the language and what is written here, and get to know "
    "whether the person came. The person may take it back until the unit has answered."
)


class OutreachForm(Form):
    """How many people were met, where and when."""

    day = day(_("Day"))
    whole_month = forms.BooleanField(
        required=False, label=_("The whole month"), help_text=_("Then the number is of the month that the day is in.")
    )
    people = forms.IntegerField(min_value=1, max_value=Outreach.MOST, label=_("How many people"))
    setting = OpenText(
        max_length=120,
        label=_("Where"),
        help_text=_("The setting in words: the open café, the food line, the square. Never a name."),
    )


class ReferralForm(Form):
    """Somebody who wants to be in touch with the municipality, by her own consent."""

    to_unit = forms.TypedChoiceField(coerce=int, choices=(), label=_("To"))
    name = forms.CharField(
        max_length=120,
        validators=[NUMBER_OF_A_PERSON],
        label=_("What the person is called"),
        help_text=_("Of somebody with protected identity write nothing here: ring the unit."),
    )
    contact = forms.CharField(
        max_length=200,
        validators=[NUMBER_OF_A_PERSON],
        label=_("How to reach the person"),
        help_text=_("Telephone, e-mail, or when the person is with you."),
    )
    language = forms.CharField(max_length=60, required=False, validators=[NUMBER_OF_A_PERSON], label=_("Language"))
    interpreter = forms.BooleanField(required=False, label=_("Wants an interpreter"))
    why = forms.CharField(
        max_length=300,
        validators=[NUMBER_OF_A_PERSON],
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("What the person wants with it"),
        help_text=_("A sentence, in the person’s own words. Nothing about health."),
    )
    consented_on = day(_("Consented"))
    consented_how = forms.ChoiceField(
        choices=PartnerReferral.How.choices, widget=forms.RadioSelect, label=_("How did the person consent?")
    )
    consents = forms.BooleanField(label=_("The person has said yes to this"), help_text=CONSENT)

    def __init__(self, *args: Any, units: Sequence[tuple[Any, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to_unit", units)
        self.fields["consents"].error_messages["required"] = gettext("Without a yes nobody is referred.")

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if values.pop("consents", False):
            values["consented_to"] = str(CONSENT)
        return values


class CameForm(Form):
    """That the person came, and is somebody whom the unit has."""

    number = forms.CharField(max_length=20, label=_("Personal number"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_number(self) -> str:
        try:
            return read_number(self.cleaned_data["number"], self.today)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
