"""What may be typed about extracts for research."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.insight.extract.columns import GROUPS
from trappan.insight.forms.months import choices_of
from trappan.insight.models import Extract
from trappan.ui.forms import Form, LastDayField, OpenText, offer


class GroupField(forms.MultipleChoiceField):
    """One group of columns: of itself it need not be filled, and yet is not called optional, since one of them must."""

    of_several = True

    def __init__(self, **about: Any) -> None:
        super().__init__(required=False, **about)


class ExtractForm(Form):
    reference = OpenText(
        max_length=60, label=_("Registered under"), help_text=_("The number under which the request is registered.")
    )
    project = OpenText(max_length=200, label=_("Project"))
    recipient = OpenText(max_length=200, label=_("Who gets the file"), help_text=_("Who answers for the research."))
    purpose = OpenText(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What it is for"),
        help_text=_("Also why each kind of column is needed, and by what it is allowed, as an ethical approval."),
    )
    since = forms.ChoiceField(label=_("First month"))
    month = forms.ChoiceField(label=_("Last month"))
    ends_on = LastDayField(label=_("Last day on which the file may be opened"))

    template_name = "insight/extract_form.html"
    # The columns stand in groups, of which one is enough: the heading above the first says so.
    first_group = f"columns_{GROUPS[0].name}"

    def __init__(self, *args: Any, months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "since", choices_of(months))
        offer(self, "month", choices_of(months))
        for group in GROUPS:
            self.fields[f"columns_{group.name}"] = GroupField(
                choices=list(group.columns.items()), widget=forms.CheckboxSelectMultiple, label=str(group.title)
            )

    def clean(self) -> dict[str, Any]:
        """Return what is asked for, with the columns of every group together."""
        named = [f"columns_{group.name}" for group in GROUPS]
        columns = [one for name in named for one in self.cleaned_data.pop(name, [])]
        if not columns:
            self.add_error(named[0], _("Choose at least one column."))
        for name in {"since", "month"} & self.cleaned_data.keys():
            self.cleaned_data[name] = date.fromisoformat(self.cleaned_data[name] + "-01")
        if {"since", "month"} <= self.cleaned_data.keys() and self.cleaned_data["since"] > self.cleaned_data["month"]:
            self.add_error("month", _("The last month comes before the first. Choose a later one."))
        return {**self.cleaned_data, "columns": columns}


class DecideExtractForm(Form):
    outcome = forms.ChoiceField(choices=Extract.Outcome.choices, widget=forms.RadioSelect, label=_("Decision"))
    reason = OpenText(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Reason"),
        help_text=_("Why it can be given out under secrecy, or why not."),
    )


class WithdrawExtractForm(Form):
    reason = OpenText(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=_("Why it is withdrawn"))
