"""What may be typed in a site's report on how it goes, and about an incident."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Incident, Report
from trappan.attendance.operations import Closing
from trappan.plans.models import Goal
from trappan.ui.forms import DateInput, Form, in_our_time

WORD = _("In a word or two: what shows it?")


class ReportForm(Form):
    going = forms.ChoiceField(choices=Report.Going.choices, widget=forms.RadioSelect, label=_("How does it go?"))
    text = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("In a sentence or two"),
        help_text=_("What goes well, what is next. Nothing about health."),
    )
    wants_talk = forms.BooleanField(required=False, label=_("I want the consultant to call me"))


class EndReportForm(ReportForm):
    """The report when somebody leaves: beside how it went, how each of the site's open goals did."""

    def __init__(self, *args: Any, goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = goals
        self.fields["going"].label = _("How did it go?")
        for goal in goals:
            self.fields[f"goal_{goal.pk}"] = forms.ChoiceField(
                choices=Goal.Rating.choices, widget=forms.RadioSelect, label=_("Goal: %(goal)s") % {"goal": goal.title}
            )
            self.fields[f"word_{goal.pk}"] = forms.CharField(max_length=500, label=WORD)
        self.order_fields(["going", "text", *(name for name in self.fields if name.startswith(("goal_", "word_")))])
        self.name_what_is_missing()

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        said = [(goal, values.pop(f"goal_{goal.pk}", ""), values.pop(f"word_{goal.pk}", "")) for goal in self.goals]
        return {**values, "closes": [Closing(goal, rating, word) for goal, rating, word in said]}


class IncidentForm(Form):
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    kind = forms.ChoiceField(choices=Incident.Kind.choices, widget=forms.RadioSelect, label=_("What kind?"))
    text = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), label=_("What happened?"))
    done = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=_("What was done about it?"))
