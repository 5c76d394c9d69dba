"""An application that has come in: first whose it is, then what it says."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.assistance.models import Application
from trappan.people.models import Person
from trappan.people.numbers import read_number, refuse_implausible_birth
from trappan.refusals import Refused
from trappan.ui.forms import DateInput, Form, LanguagesField


def referral_field() -> forms.IntegerField:
    """Return the number of the row by which a partner has referred the one who applies, hidden; mostly none."""
    return forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False, widget=forms.HiddenInput)


class WhoForm(Form):
    """Who applies: by number, or by day of birth for somebody who has none."""

    number = forms.CharField(
        max_length=20, label=_("Personal number"), help_text=_("Personnummer, samordningsnummer or reservnummer.")
    )
    born = forms.DateField(
        widget=DateInput(),
        required=False,
        label=_("Born, where the person has no number"),
        help_text=_("The person then gets a reservnummer of that day."),
    )
    referral = referral_field()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["number"].required = not self.data.get("born")
        self.fields["number"].error_messages["required"] = gettext(
            "Write the number, or the day of birth of somebody who has none."
        )

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        number, born = values.get("number"), values.get("born")
        try:
            if number and born:
                raise Refused(gettext("Write the number or the day of birth, not both."), "born")
            if number:
                values["number"] = read_number(number, self.today)
            elif born:
                self.refuse_birth(born)
        except Refused as refusal:
            self.add_error(refusal.field or "number", str(refusal))
        return values

    def refuse_birth(self, born: date) -> None:
        """Refuse a day on which nobody who lives was born, at its own field."""
        try:
            refuse_implausible_birth(born, self.today)
        except Refused as refusal:
            raise Refused(str(refusal), "born") from refusal


class ApplicationForm(Form):
    """What the application says; whose it is goes along as it was answered, hidden."""

    number = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    born = forms.DateField(required=False, widget=forms.HiddenInput)
    referral = referral_field()
    kind = forms.ChoiceField(choices=Application.Kind.choices, label=_("Application"))
    received_on = forms.DateField(widget=DateInput(), label=_("Received"))
    reference = forms.CharField(max_length=60, required=False, label=_("Reference in the support system"))


class FromSomebodyKnown(ApplicationForm):
    """From somebody whom the unit has: who it is, is confirmed."""

    it_is = forms.BooleanField()
    field_order = ("it_is",)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = gettext("Yes, it is %(name)s who applies") % {"name": person.name}
        self.fields["it_is"].label = who
        self.fields["it_is"].error_messages["required"] = gettext("Tick that it is %(name)s, or go back.") % {
            "name": person.name
        }


class FromSomebodyNew(ApplicationForm):
    """From somebody new: the name, and whether it is somebody of those who look like it."""

    given_name = forms.CharField(max_length=100, label=_("Given name"))
    family_name = forms.CharField(max_length=100, label=_("Family name"))
    gender = forms.ChoiceField(
        choices=[("", _("Not stated")), *Person.Gender.choices], required=False, label=_("Legal gender")
    )
    languages = LanguagesField()
    interpreter = forms.BooleanField(required=False, label=_("Wants an interpreter"))
    protection = forms.ChoiceField(
        choices=Person.Protection.choices,
        initial="none",
        label=_("Protected identity"),
        help_text=_("As marked by Skatteverket. Then only you, by name, see the file until you let somebody in."),
    )
    somebody_else = forms.BooleanField(label=_("No, it is somebody else: register a new person"))
    field_order = (
        "somebody_else",
        "given_name",
        "family_name",
        "gender",
        "languages",
        "interpreter",
        "protection",
        "kind",
        "received_on",
        "reference",
    )

    def __init__(self, *args: Any, look_alikes: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.look_alikes = look_alikes
        self.fields["somebody_else"].error_messages["required"] = gettext(
            "Somebody of that name is known here. Look at who it is, or tick that it is somebody else."
        )
        if not look_alikes:
            del self.fields["somebody_else"]
