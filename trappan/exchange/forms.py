"""Which file is made, and why another version is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.exchange.periods import Period
from trappan.exchange.sus import Due, sheet_of
from trappan.rules.codes import choices_of
from trappan.ui.forms import Form, OpenText, SavedForm, offer


class OrderForm(Form):
    period = forms.ChoiceField(
        label=_("File and period"),
        help_text=_("Periods that are over. What is there already is made anew from its own page, with the reason."),
        error_messages={"invalid_choice": _("That file is there already, or its period is not over. Choose another.")},
    )

    def __init__(self, *args: Any, periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "period", [(one.key, one.words) for one in periods])

    def clean(self) -> dict[str, Any]:
        """Return the kind of file and the first day of its period."""
        if "period" not in self.cleaned_data:
            return self.cleaned_data
        kind, first = self.cleaned_data["period"].split(":")
        return {"kind": kind, "first": date.fromisoformat(first)}


class VersionForm(Form):
    reason = OpenText(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("Why the file is made anew"),
        help_text=_("What was wrong. The whole file is made, and the one before can no longer be taken."),
    )


class SusSheetForm(SavedForm):
    """What the layout of the day asks of a start or an end; each may be left until it is known."""

    forgets = True

    effort = forms.ChoiceField(required=False)
    education = forms.ChoiceField(required=False)
    income = forms.ChoiceField(required=False)
    occupation = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, due: Due, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {one.column: one for one in sheet_of(due.day).at(due.moment)}
        for name in [name for name in self.fields if name not in asked and name != "edition"]:
            del self.fields[name]
        codes = choices_of([one.table for one in asked.values()], due.day, due.answers.values())
        for name, one in asked.items():
            self.fields[name].label = str(one.words[due.moment])
            offer(self, name, [("", _("Not known yet")), *codes[one.table]])
