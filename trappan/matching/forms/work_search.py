"""What may be typed when somebody is handed over to the employer team, or taken off its list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.matching.models import WorkSearch
from trappan.rules.codes import choices
from trappan.staff.models import Unit
from trappan.ui.forms import DateInput, Form, offer

# What somebody may be ready for with an employer; the rest of the codes lead elsewhere.
WITH_EMPLOYERS = ("internship", "supported_work", "work")


class HandOverForm(Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), empty_label=None, label=_("Employer team"))
    wants = forms.ChoiceField(widget=forms.RadioSelect, label=_("Ready for"))
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("Why do you judge so?"),
        help_text=_("The employer team reads it, and so may the person. Nothing of the plan or the journal."),
    )
    day = forms.DateField(widget=DateInput(), label=_("From"))

    def __init__(self, *args: Any, teams: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", teams)
        offer(self, "wants", [one for one in choices("ready_for", today) if one[0] in WITH_EMPLOYERS])


class EndSearchForm(Form):
    end = forms.ChoiceField(widget=forms.RadioSelect, label=_("Why?"))
    end_note = forms.CharField(max_length=300, required=False, label=_("In words"))

    def __init__(self, *args: Any, ends: Sequence[WorkSearch.End], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "end", [(one.value, one.label) for one in ends])
