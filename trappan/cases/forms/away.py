"""Who is away and until when, and what becomes of a meeting meanwhile."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.cases.forms.meeting import TimeForm
from trappan.staff.choices import MembershipChoice
from trappan.staff.models import Membership
from trappan.ui.forms import AskedField, DateInput, Form, LastDayField, in_our_time, offer


class AwayForm(Form):
    membership = MembershipChoice(Membership.objects.none(), label=_("Colleague"), empty_label=_("Choose"))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day away"), validators=[in_our_time])
    ends_on = LastDayField(label=_("Last day away"))

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "membership", colleagues)


class CoverForm(TimeForm):
    """When a meeting is to be, and with whom."""

    colleague = MembershipChoice(Membership.objects.none(), label=_("Colleague"), empty_label=_("Choose"))
    closed_day = AskedField(_("Meet on that day all the same"))

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "colleague", colleagues)
