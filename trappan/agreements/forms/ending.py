"""What a colleague types of an end: as somebody at the employer tells it, and as the person says of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models import Ending
from trappan.ui.forms import DateInput, Form, in_our_time

NOT_SAID = ("", _("Not said"))


class EndingForm(Form):
    """An end as it is told on the telephone; where nobody answers nothing else is typed."""

    went = forms.ChoiceField(choices=Ending.Went.choices, widget=forms.RadioSelect, label=_("How did it go?"))
    told_by = forms.CharField(
        max_length=201, required=False, label=_("Who tells it?"), help_text=_("Empty only where nobody has answered.")
    )
    initiative = forms.ChoiceField(
        required=False,
        choices=[NOT_SAID, *Ending.Initiative.choices],
        label=_("If it ended before, or did not start: who took the initiative?"),
    )
    hours = forms.IntegerField(required=False, min_value=1, label=_("How many hours in all?"))
    again = forms.ChoiceField(
        required=False, choices=[NOT_SAID, *Ending.Again.choices], label=_("Would they take somebody from us again?")
    )
    led_to = forms.ChoiceField(
        required=False,
        choices=[NOT_SAID, *Ending.LedTo.choices],
        label=_("Did it lead to work?"),
        help_text=_("No end of the case follows by itself."),
    )
    words = forms.CharField(
        max_length=1000,
        required=False,
        label=_("What more do they want to tell?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person may read it."),
    )

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = gettext("Roughly. At most %(most)s, as long as it lasted.") % {"most": most}
        self.fields["hours"] = forms.IntegerField(
            required=False, min_value=1, max_value=max(most, 1), label=self.fields["hours"].label, help_text=help_text
        )
        self.name_what_is_missing()

    def clean(self) -> dict[str, Any]:
        """Ask who tells it, and who took the initiative to what did not start."""
        said = super().clean() or {}
        went = said.get("went")
        if went and went != Ending.Went.UNANSWERED and not said.get("told_by", "").strip():
            self.add_error("told_by", gettext("Write who told it."))
        if went == Ending.Went.NOT_STARTED and not said.get("initiative"):
            self.add_error("initiative", gettext("Choose who took the initiative."))
        return said


class ShownForm(Form):
    """The day on which somebody went through it with the person, and what the person says."""

    shown_on = forms.DateField(widget=DateInput(), label=_("Gone through on"), validators=[in_our_time])
    own_words = forms.CharField(
        max_length=500,
        required=False,
        label=_("What the person says of it"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Where the person wants it."),
    )
