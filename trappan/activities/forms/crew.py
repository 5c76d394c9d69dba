"""What may be typed about a crew of an activity and its jobs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Crew
from trappan.staff.choices import MembershipChoice
from trappan.staff.models import Membership
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, in_our_time, offer


class CrewForm(Form):
    name = OpenText(max_length=80, label=_("Name of the crew"))
    leader = MembershipChoice(Membership.objects.none(), required=False, label=_("Leader"), empty_label=_("Nobody yet"))

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leader", colleagues)


class JobForm(Form):
    crew = forms.ModelChoiceField(Crew.objects.none(), label=_("Crew"), empty_label=None)
    what = OpenText(max_length=200, label=_("What the crew does"))
    place = OpenText(max_length=120, required=False, label=_("Where"))
    risks = OpenText(max_length=300, label=_("Risks to go through first"), widget=forms.Textarea(attrs={"rows": 2}))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])
    ends_on = LastDayField()

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "crew", crews)
