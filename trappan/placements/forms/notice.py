"""What may be typed when somebody tells beforehand that they will not come."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, in_our_time, offer


class NoticeForm(Form):
    """That somebody does not come on a day to come, and the reason to pass on if there is one."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    reason = forms.ChoiceField(
        required=False,
        label=_("Reason as it was told"),
        help_text=_("Passed on to the consultant. The site keeps nothing of it."),
    )

    def __init__(self, *args: Any, day: date, placements: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [("", _("None was told")), *choices("absence_reason", day)]
        offer(self, "reason", codes)
        if placements is None:
            # Who answers the phone at the municipality may add a word; a site keeps nothing of it.
            self.fields["note"] = forms.CharField(max_length=300, required=False, label=_("What was said"))
            self.name_what_is_missing()
        else:
            field = PlacementChoice(placements, label=_("Who?"), empty_label=_("Choose"))
            self.fields = {"placement": field, **self.fields}
            self.name_what_is_missing()


class PlacementChoice(forms.ModelChoiceField):
    """A placement by the person's name and the activity."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name}, {obj.activity.name}"
