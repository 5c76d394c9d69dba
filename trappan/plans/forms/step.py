"""What may be typed when somebody comes to a step, and when that is corrected."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Goal, LadderStep, StepMove
from trappan.ui.forms import DateInput, Form, offer, text


class ByFrame(ModelChoiceIterator):
    """Steps under the name of their frame."""

    def __iter__(self) -> Iterator[Any]:
        for frame, steps in groupby(self.queryset, key=lambda step: step.ladder.name):
            yield frame, [self.choice(step) for step in steps]


class StepChoice(forms.ModelChoiceField):
    """A step of any frame; the municipality's own frame first."""

    iterator = ByFrame

    def __init__(self) -> None:
        steps = LadderStep.objects.offered().select_related("ladder")
        ordered = steps.order_by("-ladder__is_main", "ladder", "number")
        super().__init__(ordered, label=_("Step"), empty_label=None)


class StepForm(Form):
    step = StepChoice()
    rated_by = forms.ChoiceField(
        choices=[
            (StepMove.RatedBy.STAFF, _("My assessment")),
            (StepMove.RatedBy.PARTICIPANT, _("The person's own rating")),
        ],
        widget=forms.RadioSelect,
        initial="staff",
        label=_("Whose view?"),
    )
    evidence = text(_("What have you seen?"), 3, _("For a move back: the reason. The person reads it."))
    goal = forms.ModelChoiceField(
        Goal.objects.none(), required=False, label=_("Or a goal that was reached"), empty_label=_("None")
    )
    day = forms.DateField(widget=DateInput(), label=_("From"))

    def __init__(self, *args: Any, person_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reached = Goal.objects.filter(person_id=person_id, reached_on__isnull=False)
        offer(self, "goal", reached.order_by("-reached_on"))
        self.fields["goal"].label_from_instance = lambda goal: goal.title  # type: ignore[attr-defined]  # a model choice


class CorrectionForm(Form):
    step = StepChoice()
    day = forms.DateField(widget=DateInput(), label=_("From"))
    reason = text(_("What was wrong?"), 2, _("Both are kept; the wrong one is marked."), True)
