"""Text about employers: it refuses what looks like a participant's number."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.employers.numbers import has_a_persons_number, read_organisation_number
from trappan.employers.operations.refusals import PERSON
from trappan.refusals import Refused

NOBODY = _("Write nothing about a participant here: that belongs in the person's journal.")


def refuse_a_persons_number(text: str) -> None:
    """Refuse text with what looks like a personal number."""
    if has_a_persons_number(text):
        raise forms.ValidationError(PERSON)


class AboutEmployer(forms.CharField):
    """Text that stands with an employer, where nothing about a participant belongs; it refuses a personal number."""

    default_validators = [refuse_a_persons_number]


class OrganisationNumberField(forms.CharField):
    """An organisation number, checked and written as NNNNNN-NNNN."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"max_length": 20, "required": False, "label": _("Organisation number"), **about})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return read_organisation_number(text) if text else ""
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None


def running(label: Any, rows: int, help_text: Any = "", required: bool = False) -> AboutEmployer:
    """Return a field for running text about an employer, as long as a colleague needs."""
    widget = forms.Textarea(attrs={"rows": rows})
    return AboutEmployer(widget=widget, required=required, label=label, help_text=help_text, max_length=4000)


def line(label: Any, length: int, **about: Any) -> AboutEmployer:
    return AboutEmployer(label=label, max_length=length, **about)
