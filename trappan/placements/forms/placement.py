"""What may be typed about a placement: its days, its week, its beginning and its end."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.rules.codes import choices
from trappan.staff.choices import MembershipChoice, in_role
from trappan.ui.forms import DateInput, Form, LastDayField, in_our_time, offer
from trappan.ui.week.fields import WeekField


class PlacementForm(Form):
    activity = forms.ModelChoiceField(Activity.objects.none(), label=_("Activity"), empty_label=_("Choose"))
    week = WeekField(label=_("Days and times"))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if the end is not known."))
    aim = forms.CharField(
        max_length=300,
        label=_("What is the place for?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "The site reads it before it answers, with first name and times. Nothing about health or the family."
        ),
    )

    def __init__(self, *args: Any, activities: Any, protected: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "activity", activities)
        if protected:
            self.fields["supervisor"] = MembershipChoice(
                in_role("supervisor", "site_leader"),
                label=_("Supervisor who may know"),
                help_text=_("Only this colleague at the site sees who it is; others see a taken place."),
                empty_label=_("Choose"),
            )
            self.fields["decision"] = forms.CharField(
                widget=forms.Textarea(attrs={"rows": 3}), label=_("Decision and grounds")
            )
            self.name_what_is_missing()


class EndForm(Form):
    ends_on = LastDayField()
    kind = forms.ChoiceField(label=_("Why does it end?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        max_length=200,
        required=False,
        label=_("In your own words"),
        help_text=_("The site reads neither this nor why."),
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices("placement_end", day))


class ExtendForm(Form):
    ends_on = LastDayField(
        required=False, label=_("New last day"), help_text=_("Leave it empty if the end is not known.")
    )


class WeekForm(Form):
    week = WeekField(label=_("Days and times"))
    from_day = forms.DateField(widget=DateInput(), label=_("From"), validators=[in_our_time])
