"""Who is responsible, and opening as head."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.staff.choices import MembershipChoice, in_role
from trappan.staff.models import Unit
from trappan.ui.forms import Form


class OwnColleagues(Form):
    """A form whose `responsible` is chosen among the municipality's own consultants."""

    def __init__(self, *args: Any, organisation_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"unit", "responsible"} & set(self.fields):
            field = self.fields[name]
            key = "organisation_id" if name == "unit" else "unit__organisation_id"
            field.queryset = field.queryset.filter(**{key: organisation_id})  # type: ignore[attr-defined]  # a model choice


class CaseForm(OwnColleagues):
    unit = forms.ModelChoiceField(
        Unit.objects.filter(kind="labour_market", ends_on=None).order_by("name"),
        label=_("Which unit is to walk with the person?"),
        empty_label=_("Choose"),
    )
    responsible = MembershipChoice(
        in_role("consultant"), required=False, label=_("Consultant"),
        help_text=_("Leave it empty and the head of the unit hands the case out."), empty_label=_("Choose"))  # fmt: skip


class AssignForm(OwnColleagues):
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
