"""Which months are published, and why they are published anew."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.signs import PaperForm
from trappan.insight.forms.months import choices_of
from trappan.ui.forms import Form, OpenText, offer

MONTH, YEAR = "month", "year"


class PublishForm(Form):
    month = forms.ChoiceField(
        label=_("Month"),
        help_text=_("A month is published once: published alone, it is not published with its year later."),
        error_messages={
            "invalid_choice": _("That month is published already, or not told. Publish it anew from its publication.")
        },
    )
    span = forms.ChoiceField(
        choices=[(MONTH, _("The month")), (YEAR, _("The year so far, from January"))],
        initial=MONTH,
        widget=forms.RadioSelect,
        label=_("What is published"),
    )

    def __init__(self, *args: Any, months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "month", choices_of(months))

    def clean(self) -> dict[str, Any]:
        """Return the first and the last month."""
        if not {"month", "span"} <= self.cleaned_data.keys():
            return self.cleaned_data
        month = date.fromisoformat(self.cleaned_data["month"] + "-01")
        return {"month": month, "since": month.replace(month=1) if self.cleaned_data["span"] == YEAR else month}


class PublishAnewForm(PaperForm, Form):
    on_paper = ("reason",)
    reason = OpenText(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("Why the figures are published anew"),
        help_text=_("It stands on the page and on the board’s paper."),
    )
