"""What may be typed about the effects of an agreement."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.insight.forms.goal import offer_figures
from trappan.insight.models import EffectGoal, Goal
from trappan.ui.forms import DateInput, Form, NumberField, OpenText, in_our_time


class EffectGoalForm(Form):
    wording = OpenText(
        max_length=300, widget=forms.Textarea(attrs={"rows": 2}), label=_("The effect, as the agreement has it")
    )
    definition = OpenText(
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("How it is counted"),
        help_text=_("Of whom, when, and from which source. Leave it empty where nobody has decided it."),
    )
    indicator = forms.ChoiceField(required=False, label=_("The figure that is nearest"))
    unit = forms.ChoiceField(choices=Goal.Unit.choices, label=_("Counted in"))
    baseline = NumberField(
        max_digits=9,
        decimal_places=1,
        min_value=0,
        required=False,
        label=_("Level at the beginning"),
        help_text=_("Empty where nobody knew it."),
    )
    baseline_on = forms.DateField(
        widget=DateInput(), required=False, label=_("Day of that level"), validators=[in_our_time]
    )
    direction = forms.ChoiceField(choices=Goal.Direction.choices, widget=forms.RadioSelect, label=_("The level is"))
    level = NumberField(
        max_digits=9,
        decimal_places=1,
        min_value=0,
        required=False,
        label=_("Level that is to be reached"),
        help_text=_("Empty where the agreement says none. Then nobody can say that it is reached."),
    )
    evaluate_on = forms.DateField(widget=DateInput(), label=_("To be evaluated on"), validators=[in_our_time])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_figures(self)


class EvaluateForm(Form):
    as_of = forms.DateField(widget=DateInput(), label=_("As of"), validators=[in_our_time])
    value = NumberField(
        max_digits=9,
        decimal_places=1,
        min_value=0,
        required=False,
        label=_("Value"),
        help_text=_("Empty where it cannot be counted."),
    )
    text = OpenText(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), label=_("What the evaluation says"))
    evaluated_by = OpenText(max_length=200, label=_("Who has evaluated"))

    def __init__(self, *args: Any, goal: EffectGoal, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"as_of": today}, **kwargs})
        if not goal.definition:
            # Nobody has said of what it would be (the database refuses it too).
            del self.fields["value"]

    def clean(self) -> dict[str, Any]:
        return {"value": None, **self.cleaned_data}
