"""What may be typed in the working file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import LadderStep, Plan, StepMove
from trappan.staff.models import Membership, Unit
from trappan.ui.forms import DateInput, Form


class MembershipChoice(forms.ModelChoiceField):
    """A colleague by name and unit."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.colleague.name}, {obj.unit.name}"


def in_role(*roles: str) -> Any:
    """Return the memberships in force in these roles; the day is the database's."""
    return (
        Membership.objects.filter(role__in=roles, confirmed_at__isnull=False, ends_on=None)
        .select_related("colleague", "unit")
        .order_by("colleague__family_name", "colleague__given_name")
    )


class CaseForm(Form):
    unit = forms.ModelChoiceField(
        Unit.objects.filter(kind="labour_market", ends_on=None).order_by("name"),
        label=_("Which unit is to walk with the person?"),
        empty_label=_("Choose"),
    )
    responsible = MembershipChoice(
        in_role("consultant"), required=False, label=_("Consultant"),
        help_text=_("Leave it empty and the head of the unit hands the case out."), empty_label=_("Choose"))  # fmt: skip


class AssignForm(Form):
    responsible = MembershipChoice(
        in_role("consultant"), label=_("Consultant"), empty_label=_("Choose")
    )


class ReassignForm(Form):
    responsible = MembershipChoice(
        in_role("consultant"), label=_("Consultant"), empty_label=_("Choose")
    )

    def __init__(self, *args: Any, unit_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        field.queryset = field.queryset.filter(unit_id=unit_id)  # type: ignore[attr-defined]  # a model choice


class OpenAsHeadForm(Form):
    number = forms.CharField(max_length=20, label=_("Case number"))
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=500, label=_("Why?"),
        help_text=_("The opening is noted and lasts for 24 hours."),
    )  # fmt: skip


def text(label: Any, rows: int = 4, help_text: Any = "", required: bool = False) -> forms.CharField:
    return forms.CharField(
        widget=forms.Textarea(attrs={"rows": rows}), required=required, label=label,
        help_text=help_text, max_length=8000,
    )  # fmt: skip


class MappingForm(Form):
    held_on = forms.DateField(widget=DateInput(), label=_("Day of the meeting"))
    own_words = text(
        _("What does the person want?"),
        help_text=_("In the person's own words. Nobody rewrites them."),
    )
    background = text(
        _("Background"), help_text=_("Education, work, languages, health in own words, housing.")
    )
    strengths = text(_("Strengths and motivation"), 3)
    assessment = text(_("Our assessment"), help_text=_("Yours, apart from what the person said."))
    fastest_way = text(
        _("The fastest way to self-support"), 3, _("With the reason, and what else could work.")
    )

    def __init__(self, *args: Any, finish: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("own_words", "assessment", "fastest_way"):
            self.fields[name].required = finish


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
