"""The one at a site who may know a protected person: shape only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.staff.choices import MembershipChoice, in_role
from trappan.staff.models import Membership
from trappan.ui.forms import Form, offer


class SupervisorForm(Form):
    """Who at the site may know a protected person."""

    supervisor = MembershipChoice(
        Membership.objects.none(), label=_("Supervisor who may know"), empty_label=_("Choose")
    )
    decision = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, label=_("Decision and grounds")
    )

    def __init__(self, *args: Any, unit_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "supervisor", in_role("supervisor", "site_leader").filter(unit_id=unit_id))
