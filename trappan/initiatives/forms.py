"""What may be typed about initiatives."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.initiatives.counts import refuse_uncounted
from trappan.initiatives.models import Initiative, Landmark, Participation
from trappan.refusals import Refused
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, SavedForm, day, in_our_time, offer


class InitiativeFields(Form):
    """What is said of an initiative."""

    name = OpenText(max_length=100, label=_("What the initiative is called"))
    aim = OpenText(max_length=500, label=_("What it is for"), widget=forms.Textarea(attrs={"rows": 2}))
    starts_on = day(_("First day"))
    ends_on = LastDayField(label=_("Last day"))
    target = forms.IntegerField(min_value=1, max_value=100_000, label=_("Target, people"))
    counts = forms.ChoiceField(
        choices=Initiative.Counts.choices, widget=forms.RadioSelect, label=_("The target counts")
    )
    funding = OpenText(
        max_length=200, label=_("Whose money"), help_text=_("For example: the municipal board's budget 2019–2020.")
    )
    budget = forms.IntegerField(
        min_value=0, max_value=10**11, required=False, label=_("How much, in whole kronor, if somebody has said")
    )
    in_sus = forms.BooleanField(
        required=False,
        label=_("Who takes part is registered in SUS"),
        help_text=_("The follow-up system of the coordination associations. It takes each person’s written consent."),
    )


class BeginForm(InitiativeFields):
    follows = forms.ModelChoiceField(
        Initiative.objects.none(),
        required=False,
        label=_("Follows"),
        empty_label=_("No other one"),
        help_text=_("Who takes part in that one can go along, and counts once in the line of both."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "aim", "follows"])
        offer(self, "follows", Initiative.objects.filter(followers=None))


class ChangeInitiativeForm(SavedForm, InitiativeFields):
    """What is said of an initiative, begun from what is saved."""


class AsOfForm(Form):
    """The day as of which an initiative is counted, in the address."""

    on = forms.DateField(widget=DateInput(), label=_("Counted as of"), validators=[in_our_time])

    def __init__(self, *args: Any, initiative: Initiative, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initiative, self.today = initiative, today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Choose today or an earlier day."))
        try:
            refuse_uncounted(on, "on", initiative=self.initiative, today=self.today)
        except Refused as no:
            raise forms.ValidationError(str(no)) from None
        return on


class CarryForm(Form):
    starts_on = day(_("From the day"))


class ContinuationForm(Form):
    what = OpenText(max_length=300, label=_("What goes on in ordinary work"))
    by_whom = OpenText(max_length=200, label=_("By whom"))
    money = OpenText(max_length=200, label=_("With whose money"))


class ReportForm(Form):
    as_of = day(_("Counted as of"))
    text = OpenText(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        label=_("How did it go?"),
        help_text=_("What worked, what did not, and what you would do again."),
    )
    nothing_goes_on = forms.BooleanField(required=False, label=_("Nothing goes on afterwards"))


class LandmarkForm(Form):
    day = day(_("Day"))
    kind = forms.ChoiceField(choices=Landmark.Kind.choices, label=_("Kind"))
    name = OpenText(max_length=100, label=_("What happened"))
    source = OpenText(max_length=200, required=False, label=_("Where it is decided or told"))


class PutInForm(Form):
    initiative = forms.ModelChoiceField(
        Initiative.objects.none(), label=_("Initiative"), empty_label=_("Choose an initiative")
    )
    starts_on = day(_("First day"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "initiative", Initiative.objects.on(today))


class LeaveForm(Form):
    WHY = [one for one in Participation.Why.choices if one[0] != Participation.Why.CARRIED_OVER]

    why = forms.ChoiceField(choices=WHY, widget=forms.RadioSelect, label=_("Why?"))
    ends_on = LastDayField(label=_("Last day"))
