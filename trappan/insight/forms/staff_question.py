"""What colleagues are asked once a year: a grade for each statement, and no own words."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import Form

GRADES = ((1, _("1, not at all")), (2, "2"), (3, "3"), (4, "4"), (5, _("5, wholly")))
ANSWER = "answer_"


class StaffQuestionForm(Form):
    """A grade for each statement of the year; the codes are those of the day on which its asking began."""

    def __init__(self, *args: Any, asked_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, statement in choices("staff_question", asked_on):
            self.fields[ANSWER + code] = forms.TypedChoiceField(
                choices=GRADES, coerce=int, widget=forms.RadioSelect, label=statement
            )
        for field in self.fields.values():
            field.error_messages["required"] = _("Choose a number for: %(label)s.") % {"label": field.label}

    def clean(self) -> dict[str, Any]:
        """Gather the grades by the codes of the statements."""
        said = super().clean() or {}
        return {"answers": {name.removeprefix(ANSWER): grade for name, grade in said.items()}}
