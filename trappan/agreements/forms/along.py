"""That somebody spoke with the person or the employer after the start, and how often that is agreed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models import AlongContact
from trappan.ui.forms import DateInput, Form, SavedForm, in_our_time


class AlongForm(Form):
    with_whom = forms.ChoiceField(choices=AlongContact.With.choices, widget=forms.RadioSelect, label=_("With whom?"))
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    way = forms.ChoiceField(choices=AlongContact.Way.choices, label=_("How?"))
    text = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("How does it go?"),
        help_text=_("What goes well, what is hard, and what you agreed."),
    )
    next_on = forms.DateField(
        widget=DateInput(),
        required=False,
        label=_("Next time, if you promised a day"),
        validators=[in_our_time],
        help_text=_("Without a day the rhythm beside says when."),
    )


class RhythmForm(SavedForm):
    """How often somebody speaks with each of the two, where it is otherwise than the rules say."""

    person_days = forms.IntegerField(
        min_value=1, max_value=120, required=False, label=_("Days between talks with the participant")
    )
    employer_days = forms.IntegerField(
        min_value=1, max_value=120, required=False, label=_("Days between talks with the employer")
    )
