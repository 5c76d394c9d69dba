"""What may be chosen as the step of the main frame that a step of another frame stands for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Ladder, LadderStep
from trappan.refusals.editions import edition_of
from trappan.ui.forms import SavedForm


class FrameForm(SavedForm):
    """For each step of another frame, the step of the main frame that it stands for."""

    forgets = True

    def __init__(self, *args: Any, ladder: Ladder, **kwargs: Any) -> None:
        saved = ladder.meanings
        super().__init__(*args, initial={**saved, "edition": edition_of(saved)}, **kwargs)
        steps = LadderStep.objects.filter(ladder__is_main=True).order_by("number")
        for step in ladder.steps.all():
            self.fields[f"step_{step.pk}"] = forms.ModelChoiceField(
                steps, required=False, label=str(step), empty_label=_("None of them")
            )
