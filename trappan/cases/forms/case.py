"""Who is responsible, and opening as head."""

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.schedules.periods import day_before
from trappan.staff.choices import MembershipChoice, by_unit, in_role
from trappan.staff.models import Away, Unit
from trappan.ui.forms import Form, offer
from trappan.ui.templatetags.ui import day


def offer_consultants(form: Form, consultants: Any) -> None:
    """Let `responsible` be chosen unit by unit; beside each name how many cases, and until when whoever is away is."""
    away = dict(Away.objects.in_force().values_list("membership_id", "ends_on"))
    had = {}
    for one in database.query("SELECT * FROM cases_had()"):
        words = ngettext("%(n)s case", "%(n)s cases", one.cases) % {"n": one.cases}
        if one.membership_id in away:
            words += ", " + gettext("away until %(day)s") % {"day": day(day_before(away[one.membership_id]))}
        had[one.membership_id] = words
    field: Any = form.fields["responsible"]
    field.queryset = consultants
    field.choices = [("", _("Choose")), *by_unit(consultants, had)]


class OwnColleagues(Form):
    """A form whose `responsible` is chosen among the municipality's own consultants."""

    def __init__(self, *args: Any, organisation_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:
            units = Unit.objects.in_force().filter(kind="labour_market")
            offer(self, "unit", units.filter(organisation_id=organisation_id).order_by("name"))
        own = in_role("consultant").filter(unit__organisation_id=organisation_id)
        offer_consultants(self, own)


class CaseForm(OwnColleagues):
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Which unit is to walk with the person?"), empty_label=_("Choose")
    )
    responsible = MembershipChoice(
        in_role("consultant"),
        required=False,
        label=_("Consultant"),
        help_text=_("Leave it empty and the head of the unit hands the case out."),
        empty_label=_("Choose"),
    )


class AssignForm(OwnColleagues):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit"), empty_label=None)
    responsible = MembershipChoice(in_role("consultant"), label=_("Consultant"), empty_label=_("Choose"))


class ReassignForm(Form):
    responsible = MembershipChoice(in_role("consultant"), label=_("Consultant"), empty_label=_("Choose"))

    def __init__(self, *args: Any, unit_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = in_role("consultant").filter(unit_id=unit_id)
        offer_consultants(self, own)


class OpenAsHeadForm(Form):
    number = forms.CharField(max_length=20, label=_("Case number"))
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        label=_("Why?"),
        help_text=_("The opening is noted and lasts for 24 hours."),
    )
