"""What may be typed about goals."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.definitions import TOLD
from trappan.insight.models import Goal
from trappan.ui.forms import DateInput, Form, NumberField, OpenText, SavedForm, in_our_time, offer


def offer_figures(form: Form) -> None:
    """Offer the figures that are told as the nearest one, and none."""
    offer(form, "indicator", [("", _("None of ours")), *((one.name, one.title) for one in TOLD)])


class HowCounted(Form):
    """How a goal is counted, and whose it is: what may be said later, too."""

    definition = OpenText(
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("How it is counted"),
        help_text=_("Of whom, when, and from which source. Leave it empty where nobody has decided it."),
    )
    indicator = forms.ChoiceField(required=False, label=_("The figure that is nearest"))
    responsible = OpenText(max_length=120, label=_("Who answers for it"))
    decided = OpenText(max_length=200, label=_("Where and when it was decided"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_figures(self)


class GoalForm(HowCounted):
    name = OpenText(max_length=120, label=_("What the goal is called"))
    under = forms.ModelChoiceField(
        Goal.objects.none(), required=False, label=_("Serves the goal"), empty_label=_("No other one")
    )
    year = forms.IntegerField(min_value=2000, max_value=2100, label=_("Year in which it is to be reached"))
    direction = forms.ChoiceField(choices=Goal.Direction.choices, widget=forms.RadioSelect, label=_("The level is"))
    level = NumberField(max_digits=9, decimal_places=1, min_value=0, label=_("Level"))
    unit = forms.ChoiceField(choices=Goal.Unit.choices, label=_("Counted in"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "under", "year", "direction", "level", "unit"])
        offer(self, "under", Goal.objects.filter(taken_out_on=None))


class ChangeGoalForm(SavedForm, HowCounted):
    """How a goal is counted and whose it is, begun from what is saved."""


class ResultForm(Form):
    as_of = forms.DateField(widget=DateInput(), label=_("As of"), validators=[in_our_time])
    value = NumberField(
        max_digits=9,
        decimal_places=1,
        required=False,
        label=_("Value"),
        help_text=_("Empty where it cannot be counted."),
    )
    text = OpenText(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), label=_("What became of it"))

    def __init__(self, *args: Any, goal: Goal, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"as_of": today}, **kwargs})
        if not goal.definition:
            # Nobody has said of what it would be (the database refuses it too).
            del self.fields["value"]

    def clean(self) -> dict[str, Any]:
        return {"value": None, **self.cleaned_data}
