"""What may be typed about a mark of an occupation: of which, what, from when, and who says so."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.rules.forms.occupation import OccupationField
from trappan.rules.models import Concept, ConceptMark
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, in_our_time


class ConceptField(OccupationField):
    """An occupation by what it is called, or a group of them by its name or its figures in SSYK 2012."""

    def clean(self, value: Any) -> Concept | None:
        name = forms.CharField.clean(self, value)
        groups = Concept.objects.filter(kind=Concept.Kind.GROUP, ended_on=None)
        group = groups.filter(code=name).first() or groups.filter(label__iexact=name).first() if name else None
        return group or super().clean(value)


class MarkForm(Form):
    concept = ConceptField(
        required=True,
        label=gettext_lazy("Occupation, or group of occupations"),
        help_text=gettext_lazy("As Arbetsförmedlingen calls it, or a group's figures in SSYK, for example 9412."),
    )
    kind = forms.ChoiceField(
        choices=ConceptMark.Kind.choices, widget=forms.RadioSelect, label=gettext_lazy("What is said of it?")
    )
    starts_on = forms.DateField(
        widget=DateInput(),
        validators=[in_our_time],
        label=gettext_lazy("From and with"),
        help_text=gettext_lazy("The day from which the source says so, also one that has passed."),
    )
    ends_on = LastDayField(required=False, help_text=gettext_lazy("Empty until somebody says otherwise."))
    source = OpenText(
        max_length=300,
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Who says so, when, and where it can be read."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"starts_on": today}, **kwargs)

    def clean(self) -> None:
        first, after = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and after and after <= first:
            self.add_error("ends_on", _("The last day cannot come before the first."))


class StopMarkForm(Form):
    ends_on = LastDayField(label=gettext_lazy("Last day on which it holds"))
