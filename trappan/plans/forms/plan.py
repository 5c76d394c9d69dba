"""What is written in a plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Plan
from trappan.ui.forms import DateInput, Form, text


class PlanForm(Form):
    goal = text(_("Goal"), 2, required=True)
    weekly_hours = forms.DecimalField(
        label=_("Hours a week"), max_digits=4, decimal_places=1, min_value=0, max_value=40,
        help_text=_("By the person's own ability. Full time is 40, as we understand the norm."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 4}), localize=True,
        error_messages={
            key: _("Write hours a week as a number between 0 and 40.")
            for key in ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
        },
    )  # fmt: skip
    hours_reason = text(
        _("Why these hours?"),
        2,
        _("Needed when they are fewer than full time. The person reads it."),
    )
    review_on = forms.DateField(widget=DateInput(), label=_("Follow up"))


class GoalForm(Form):
    title = forms.CharField(max_length=200, label=_("Goal"))
    due_on = forms.DateField(widget=DateInput(), label=_("Until"))


class AgreeForm(Form):
    agreed_how = forms.ChoiceField(
        choices=Plan.Agreed.choices, widget=forms.RadioSelect, label=_("How did the person agree?")
    )
    agreed_on = forms.DateField(widget=DateInput(), label=_("When"))
