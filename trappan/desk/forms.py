"""By what a list of people may be narrowed, and by nothing else."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.desk.case_rows import Line, Stage, lines, with_steps
from trappan.plans.models import LadderStep
from trappan.secrecy.acting import Actor
from trappan.staff.choices import MembershipChoice
from trappan.staff.models import Membership
from trappan.ui.forms import DateInput, Form, in_our_time, offer


class ListFilter(Form):
    """The filters of a list of people, kept in the address; one that is not allowed is refused.

    Never by what somebody is: no age, gender or origin. tests/test_house.py holds the allowed ones.
    """

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if odd := sorted(set(self.data) - set(self.fields)):
            raise forms.ValidationError(
                _("The list cannot be narrowed by %(what)s. Take it out of the address."),
                params={"what": ", ".join(odd)[:60]},
            )
        return values


class CaseloadFilter(ListFilter):
    """Whose cases, at which stage and step, in which activity, opened between which days."""

    responsible = MembershipChoice(Membership.objects.none(), required=False, label=_("Whose"), empty_label=_("My own"))
    status = forms.ChoiceField(required=False, label=_("Stage"))
    step = forms.ChoiceField(required=False, label=_("Step"))
    activity = forms.CharField(max_length=60, required=False, label=_("Activity"))
    opened_from = forms.DateField(required=False, widget=DateInput(), label=_("Opened from"), validators=[in_our_time])
    opened_to = forms.DateField(required=False, widget=DateInput(), label=_("Opened until"), validators=[in_our_time])

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        # A social worker's unit shares its cases; a consultant's are in the consultant's own name.
        colleagues = (
            Membership.objects.lasting(by.today - timedelta(days=90))
            .filter(unit_id=by.unit_id, role="social_worker", confirmed_at__isnull=False)
            .exclude(pk=by.membership_id)
        )
        if by.role == "social_worker":
            offer(self, "responsible", colleagues.select_related("colleague", "unit"))
        else:
            del self.fields["responsible"]
        stages = [(value, label) for value, label in Stage.choices]
        offer(self, "status", [("", _("All")), *stages])
        steps = LadderStep.objects.filter(ladder__is_main=True).order_by("number")
        numbered = [(str(step.number), str(step)) for step in steps]
        offer(self, "step", [("", _("All")), ("0", _("None yet")), *numbered])

    @property
    def own(self) -> bool:
        """Tell whether these are the reader's own cases."""
        return not getattr(self, "cleaned_data", {}).get("responsible")

    def chosen(self) -> list[Line]:
        """Return the cases that the filters leave."""
        values = self.cleaned_data
        whose = values.get("responsible")
        seat = "social_worker" if self.by.role == "social_worker" else "responsible"
        cases = Case.objects.open().filter(**{seat: whose.pk if whose else self.by.membership_id})
        if values["opened_from"]:
            cases = cases.filter(opened_on__gte=values["opened_from"])
        if values["opened_to"]:
            cases = cases.filter(opened_on__lte=values["opened_to"])
        found = lines(with_steps(cases.order_by("opened_on", "pk")))
        if values["status"]:
            found = [line for line in found if line.state.stage == values["status"]]
        if values["step"]:
            found = [line for line in found if (line.step or 0) == int(values["step"])]
        if values["activity"]:
            word = values["activity"].casefold()
            found = [line for line in found if word in line.state.activity_name.casefold()]
        return found
