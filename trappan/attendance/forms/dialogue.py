"""What may be typed about a conversation about absence, and about support."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Dialogue
from trappan.cases.forms.meeting import TimeForm
from trappan.documents.signs import PaperForm
from trappan.rules.codes import choices
from trappan.ui.forms import Form, offer, text


class DialogueForm(PaperForm, TimeForm):
    on_paper = ("what", "own_words", "support_note")
    what = text(_("What has happened"), 3, _("Days and facts, as you both see them."), True)
    own_words = text(_("What the person says"), 3, _("In the person’s own words."), True)
    support = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("Support that was offered")
    )
    support_note = forms.CharField(
        max_length=500, required=False, label=_("More about the support"), widget=forms.Textarea(attrs={"rows": 2})
    )
    result = forms.ChoiceField(
        choices=Dialogue.Result.choices, widget=forms.RadioSelect, label=_("What did it lead to?")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "support", choices("support", today))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if "starts_at" in values:
            values["happened_at"] = values.pop("starts_at")
        return values


class AskSupportForm(Form):
    asked = forms.CharField(
        max_length=500,
        label=_("What do you ask the site to do?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Within what is agreed. Nothing about why somebody is away."),
    )


class SupportDoneForm(Form):
    outcome = forms.CharField(
        max_length=500, label=_("What did you do, and what came of it?"), widget=forms.Textarea(attrs={"rows": 2})
    )
