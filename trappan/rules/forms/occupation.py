"""An occupation, typed by what it is called."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.rules.models import Concept
from trappan.rules.occupations import alike, called


class OccupationField(forms.CharField):
    """The name of an occupation, given on as its concept; None where it is left empty.

    Refused: a name that no occupation has, with those that are like it.
    """

    def __init__(self, **about: Any) -> None:
        words = {
            "label": gettext_lazy("Occupation"),
            "help_text": gettext_lazy("As Arbetsförmedlingen calls it, for example Köksbiträde. Empty: not said."),
        }
        super().__init__(**{"max_length": 200, "required": False, **words, **about})

    def clean(self, value: Any) -> Concept | None:
        name = super().clean(value)
        if not name:
            return None
        found = called([name]).get(name.casefold())
        if found is None:
            names = ", ".join(alike(name))
            raise forms.ValidationError(
                _("No occupation is called that. Like it are: %(names)s.") % {"names": names}
                if names
                else _("No occupation is called that. Write another name, or leave the field empty.")
            )
        return found

    def prepare_value(self, value: Any) -> Any:
        return value.label if isinstance(value, Concept) else value
