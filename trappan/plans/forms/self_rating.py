"""How a person sees it: a degree and own words for each statement, none of them asked for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import SelfRating
from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, in_our_time


class SelfRatingForm(Form):
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = choices("self_rating", today)
        for code, statement in self.statements:
            self.fields[f"answer_{code}"] = forms.TypedChoiceField(
                choices=SelfRating.Answer.choices,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                label=statement,
            )
            self.fields[f"words_{code}"] = forms.CharField(
                max_length=500, required=False, label=gettext("In own words: %(statement)s") % {"statement": statement}
            )
        self.name_what_is_missing()

    def clean(self) -> dict[str, Any]:
        """Gather what was answered, by statement."""
        said = super().clean() or {}
        answers = {
            code: (said.get(f"answer_{code}"), said.get(f"words_{code}", "")) for code, _words in self.statements
        }
        return {"day": said.get("day"), "answers": answers}
