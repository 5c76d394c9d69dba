"""What is said of a step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import LadderStep, StepMove
from trappan.ui.forms import DateInput, Form, text


class StepForm(Form):
    step = forms.ModelChoiceField(
        LadderStep.objects.filter(ladder__is_example=True), label=_("Step"), empty_label=None
    )
    rated_by = forms.ChoiceField(
        choices=[(StepMove.RatedBy.STAFF, _("My assessment")), (StepMove.RatedBy.PARTICIPANT, _("The person's own rating"))],
        widget=forms.RadioSelect, initial="staff", label=_("Whose view?"),
    )  # fmt: skip
    evidence = text(
        _("What have you seen?"), 3, _("For a move back: the reason. The person reads it.")
    )
    day = forms.DateField(widget=DateInput(), label=_("From"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["step"]
        field.label_from_instance = lambda step: f"{step.number} {step.name}"  # type: ignore[attr-defined]  # a model choice
