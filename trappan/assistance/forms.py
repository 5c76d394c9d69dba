"""What may be typed of applications and months."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.assistance.models import Application, Elsewhere, SupportMonth
from trappan.people.forms import WHY
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.codes import choices
from trappan.schedules.months import months_after, next_month
from trappan.ui.forms import DateInput, Form, MonthField, SavedForm, offer


class ResultForm(SavedForm):
    result = forms.ChoiceField(
        choices=Application.Result.choices, widget=forms.RadioSelect, label=_("What was decided?")
    )
    decided_on = forms.DateField(widget=DateInput(), label=_("Decided"))
    result_reference = forms.CharField(
        max_length=60, required=False, label=_("Reference of the decision in the support system")
    )


class TakeBackForm(Form):
    reason = forms.CharField(
        max_length=200,
        label=_("Why is it taken back?"),
        help_text=_("For example: the wrong person, or the same application twice."),
    )


class MonthForm(Form):
    month = MonthField(label=_("Month"))
    role = forms.ChoiceField(choices=SupportMonth.Role.choices, label=_("In the household"))
    household_type = forms.ChoiceField(label=_("Household type"))
    obstacle = forms.ChoiceField(label=_("Obstacle to self-support"), initial="unknown")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("household_type", "obstacle"):
            offer(self, name, choices(name, today))


class CorrectMonthForm(SavedForm):
    """A month that is here, put right."""

    month = MonthField(label=_("Month"))
    role = forms.ChoiceField(choices=SupportMonth.Role.choices, label=_("In the household"))
    household_type = forms.TypedChoiceField(coerce=int, label=_("Household type"))
    obstacle = forms.ChoiceField(label=_("Obstacle to self-support"))
    amount = forms.IntegerField(min_value=0, max_value=999_999, required=False, label=_("Amount, kronor"))
    why = WHY

    def __init__(self, *args: Any, on_day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("household_type", "obstacle"):
            offer(self, name, choices(name, on_day))


class TwoMonthsForm(Form):
    """Two months to compare, the earlier first."""

    earlier = MonthField(label=_("Compare"))
    later = MonthField(label=_("with"))

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if values.get("earlier") and values.get("later") and values["earlier"] >= values["later"]:
            self.add_error("later", _("Choose a later month than the first."))
        return values


class ElsewhereFields(forms.Form):
    """Which months were spent elsewhere, and what is known of support there."""

    municipality = forms.CharField(max_length=80, required=False, label=_("Municipality"))
    starts_on = MonthField(label=_("First month there"))
    last_month = MonthField(label=_("Last month there"))
    support = forms.ChoiceField(
        choices=Elsewhere.Support.choices, widget=forms.RadioSelect, initial="unknown", label=_("Support there")
    )

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        last = values.pop("last_month", None)
        if last is not None:
            values["ends_on"] = next_month(last)
        return values


class ElsewhereForm(ElsewhereFields, Form):
    """Months elsewhere that nobody has written down yet."""


class CorrectElsewhereForm(ElsewhereFields, SavedForm):
    """Months elsewhere, put right."""

    why = WHY

    @classmethod
    def begun(cls, row: Any, **_otherwise: Any) -> dict[str, Any]:
        """Return where the form begins: the last month is the one before the first day after."""
        saved = saved_in(row, ("municipality", "starts_on", "ends_on", "support"))
        last = {"last_month": months_after(saved["ends_on"], -1)}
        return {**saved, **last, "edition": edition_of(saved)}
