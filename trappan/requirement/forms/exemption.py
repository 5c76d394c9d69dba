"""What may be typed about an exemption from the requirement, and about its end."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, in_our_time, text


class ExemptionForm(Form):
    kind = forms.ChoiceField(label=_("Why"))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"))
    last_day = forms.DateField(
        widget=DateInput(),
        label=_("Last day"),
        validators=[in_our_time],
        help_text=_("An exemption always has an end. You are told before it comes."),
    )
    evidence = text(
        _("What does it rest on?"), 2, _("For example: certificate from 3 November, seen in original."), True
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = choices("exemption", today)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        last, first = values.pop("last_day", None), values.get("starts_on")
        if last and first and last < first:
            self.add_error("last_day", _("The last day must come after the first."))
        elif last:
            values["ends_on"] = last + timedelta(days=1)
        return values


class EndExemptionForm(Form):
    ends_on = forms.DateField(widget=DateInput(), label=_("No longer exempt from"))
