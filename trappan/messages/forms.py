"""What may be typed of reminders, and of what messages say."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.messages.models import Wish, Wording
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, SavedForm, in_our_time


class WishForm(SavedForm):
    """How the person wants it: asked in a talk, and written down as it was said."""

    way = forms.ChoiceField(
        choices=Wish.Way.choices, widget=forms.RadioSelect, label=_("How does the person want to be reminded?")
    )
    language = forms.ChoiceField(
        choices=Wish.Language.choices,
        label=_("In which language?"),
        help_text=_("Where there are no words in it yet, they are in Swedish."),
    )
    tells_time = forms.BooleanField(
        required=False,
        label=_("The person says yes to day and time in the message"),
        help_text=_("Whoever is near the telephone can read it. Never tick it without having asked."),
    )

    def __init__(self, *args: Any, by_mailbox: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not by_mailbox:
            ways = [one for one in Wish.Way.choices if one[0] != Wish.Way.MAILBOX]
            self.fields["way"].choices = ways  # type: ignore[attr-defined]  # a field with choices


class PauseForm(Form):
    ends_on = LastDayField(required=False, label=_("Last day without reminders"))
    reason = forms.CharField(
        max_length=200,
        label=_("Why?"),
        help_text=_("Those who hold the plan read it. Write no more of health than is needed."),
    )


class PostForm(Form):
    """Which printed letters were posted, and on which day."""

    letters = forms.TypedMultipleChoiceField(
        coerce=int, widget=forms.CheckboxSelectMultiple, label=_("Which letters were posted?")
    )
    posted_on = forms.DateField(widget=DateInput(), validators=[in_our_time], label=_("Posted on"))

    def __init__(self, *args: Any, printed: Sequence[tuple[int, str]], today: date, **kwargs: Any) -> None:
        initial = {"letters": [row for row, _name in printed], "posted_on": today}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["letters"].choices = printed  # type: ignore[attr-defined]  # a field with choices


class WordingForm(Form):
    """New words of one kind in one language, from a day."""

    kind = forms.ChoiceField(choices=Wording.Kind.choices, label=_("Which words?"))
    language = forms.ChoiceField(choices=Wish.Language.choices, label=_("In which language?"))
    text = OpenText(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
        required=False,
        label=_("Words"),
        help_text=_("Empty where ours are to go out. Day and hour are put in where {day} and {time} stand."),
    )
    starts_on = forms.DateField(widget=DateInput(), validators=[in_our_time], label=_("From and with"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"starts_on": today}, **kwargs)
