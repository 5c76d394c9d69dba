"""What may be typed about goals and steps at a site, and about which reports have been read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Goal, LadderStep
from trappan.ui.forms import DateInput, Form, ListedField, in_our_time, offer, text


class SiteGoalForm(Form):
    title = forms.CharField(max_length=200, label=_("Goal"))
    due_on = forms.DateField(widget=DateInput(), label=_("Until"), validators=[in_our_time])


class TickForm(Form):
    """How a goal went, with what was seen."""

    staff_rating = forms.ChoiceField(choices=Goal.Rating.choices, widget=forms.RadioSelect, label=_("How did it go?"))
    evidence = text(_("What have you seen?"), 2, required=True)


class SiteStepForm(Form):
    step = forms.ModelChoiceField(LadderStep.objects.none(), label=_("Step"), empty_label=None)
    seen = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("What shows it?"),
        help_text=_("Reached goals and what you have written since the latest step."),
    )
    evidence = text(_("In your own words"), 2)

    def __init__(self, *args: Any, seen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "step", LadderStep.objects.filter(ladder__is_main=True).order_by("number"))
        offer(self, "seen", [(one, one) for one in seen])
        if not seen:
            del self.fields["seen"]

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        chosen = [*values.pop("seen", []), values.get("evidence", "").strip()]
        values["evidence"] = "\n".join(filter(None, chosen))
        return values


class ReadForm(Form):
    """Every report and incident that the page listed as new, named `report-17`."""

    told = ListedField()


class UnderForm(Form):
    """Which of the plan's own goals a site's goal stands under."""

    under = forms.ChoiceField(label=_("Put it under"))

    def __init__(self, *args: Any, goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {str(goal.pk): goal for goal in goals}
        offer(self, "under", [(key, goal.title) for key, goal in self.goals.items()])

    def clean_under(self) -> Goal:
        return self.goals[self.cleaned_data["under"]]
