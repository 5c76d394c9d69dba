"""What may be typed about a code: its words, from when, and its last day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.refusals.editions import edition_of
from trappan.rules.models import Code
from trappan.rules.operations.code import WORDS
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, SavedForm, in_our_time


def swedish() -> OpenText:
    """Return the field for the words that colleagues choose by."""
    return OpenText(max_length=120, label=_("Words"))


def english() -> OpenText:
    """Return the field for the same words in English."""
    return OpenText(max_length=120, label=_("In English"), required=False)


class AddCodeForm(Form):
    label_sv = swedish()
    label_en = english()
    valid_from = forms.DateField(
        widget=DateInput(),
        validators=[in_our_time],
        label=_("From and with"),
        help_text=_("Also a day that has passed, for what is taken in from before."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"valid_from": today}, **kwargs)


class RenameCodeForm(SavedForm):
    label_sv = swedish()
    label_en = english()
    from_day = forms.DateField(widget=DateInput(), validators=[in_our_time], label=_("These words from and with"))

    def __init__(self, *args: Any, code: Code, today: date, **kwargs: Any) -> None:
        saved = {name: getattr(code, name) for name in WORDS}
        day = max(today, code.valid_from)
        super().__init__(*args, initial={**saved, "from_day": day, "edition": edition_of(saved)}, **kwargs)
        self.saved = {**saved, "edition": edition_of(saved)}


class CloseCodeForm(SavedForm):
    valid_to = LastDayField(
        required=False,
        label=_("Last day on which it may be chosen"),
        help_text=_("Empty where there is none. What was written with it can still be read."),
    )

    def __init__(self, *args: Any, code: Code, **kwargs: Any) -> None:
        saved = {"valid_to": code.valid_to}
        super().__init__(*args, initial={**saved, "edition": edition_of(saved)}, **kwargs)
