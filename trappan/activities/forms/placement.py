"""What may be typed about a placement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.refusals import Refused
from trappan.schedules.week import Week, read_week
from trappan.staff.choices import MembershipChoice, in_role
from trappan.ui.forms import DateInput, Form, offer


class PlacementForm(Form):
    activity = forms.ModelChoiceField(
        Activity.objects.none(), label=_("Activity"), empty_label=_("Choose")
    )
    week = forms.CharField(
        max_length=300, label=_("Days and times"), help_text=_("For example: mån 9-15, ons 9-12")
    )
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"))
    ends_on = forms.DateField(
        widget=DateInput(), required=False, label=_("The day after the last"),
        help_text=_("Leave it empty if the end is not known."),
    )  # fmt: skip

    def __init__(self, *args: Any, activities: Any, protected: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "activity", activities)
        if protected:
            self.fields["supervisor"] = MembershipChoice(
                in_role("supervisor", "site_leader"), label=_("Supervisor who may know"),
                help_text=_("Only this colleague at the site sees who it is; others see a taken place."), empty_label=_("Choose"))  # fmt: skip
            self.fields["decision"] = forms.CharField(
                widget=forms.Textarea(attrs={"rows": 3}), label=_("Decision and grounds")
            )
            self.name_what_is_missing()

    def clean_week(self) -> Week:
        try:
            return read_week(self.cleaned_data["week"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class EndForm(Form):
    ends_on = forms.DateField(widget=DateInput(), label=_("The day after the last"))
    reason = forms.CharField(max_length=200, label=_("Why does it end?"))
