"""What may be typed when a colleague judges what somebody is ready for, and when a plan is followed up."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, offer


def words(label: Any, help_text: Any) -> forms.CharField:
    """Return a field for some sentences."""
    return forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=label, help_text=help_text)


class ReadinessForm(Form):
    what = forms.ChoiceField(widget=forms.RadioSelect, label=_("Ready for"))
    reason = words(_("Why do you judge so?"), _("What has been seen, and by whom."))
    day = forms.DateField(widget=DateInput(), label=_("From"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "what", choices("ready_for", today))


class ReviewForm(Form):
    outcome = words(
        _("What did you come to together?"), _("The plan goes on as it is. If it is to be another, draft the next one.")
    )
    next_on = forms.DateField(widget=DateInput(), label=_("Follow up next time"))
