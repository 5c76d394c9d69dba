"""What may be chosen as the step of the main frame that a step of another frame stands for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Ladder, LadderStep
from trappan.ui.forms import Form


class FrameForm(Form):
    """For each step of another frame, the step of the main frame that it stands for."""

    def __init__(self, *args: Any, ladder: Ladder, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = LadderStep.objects.filter(ladder__is_main=True).order_by("number")
        for step in ladder.steps.all():
            self.fields[f"step_{step.pk}"] = forms.ModelChoiceField(
                steps, required=False, label=str(step), initial=step.maps_to_id, empty_label=_("None of them")
            )
