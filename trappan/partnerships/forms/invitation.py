"""What may be typed about who is to work in a partner's own house."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.schedules.periods import day_before
from trappan.secrecy.rights import SITE_STAFF
from trappan.staff.forms import ColleagueFields
from trappan.staff.models import ROLE_NAMES, Unit
from trappan.ui.forms import Form, LastDayField, OpenText, day, offer
from trappan.ui.templatetags.ui import day as in_words


class InvitationForm(ColleagueFields, Form):
    """Somebody who is to work at one of the own workplaces, from a day up to another."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Workplace"), empty_label=_("Choose"))
    role = forms.ChoiceField(choices=[(role, ROLE_NAMES[role]) for role in SITE_STAFF], label=_("Role"))
    starts_on = day(_("From and with"))
    ends_on = LastDayField(required=False)

    def __init__(self, *args: Any, units: Any, agreed_until: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units)
        if agreed_until is not None:
            words = _("What is agreed with the municipality holds until and with %(day)s. Nobody works beyond that.")
            self.fields["ends_on"].help_text = words % {"day": in_words(day_before(agreed_until))}
            self.fields["ends_on"].required = True


class DeclineForm(Form):
    """Why somebody who is invited does not come."""

    why = OpenText(max_length=300, label=_("Why not?"), help_text=_("Whoever asked reads it."))
