"""What is asked of guidance and occupational therapy, and what they answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Referral
from trappan.people.forms import WHY
from trappan.staff.choices import MembershipChoice, in_role
from trappan.staff.models import Unit
from trappan.ui.forms import DateInput, Form, SavedForm, text


class ReferralForm(Form):
    unit = forms.ModelChoiceField(
        Unit.objects.in_force()
        .filter(kind__in=["guidance", "occupational_therapy"], organisation__kind="municipality")
        .order_by("name"),
        label=_("Whom do you ask?"),
        empty_label=_("Choose"),
    )
    responsible = MembershipChoice(
        in_role("counsellor", "occupational_therapist"),
        required=False,
        label=_("Colleague"),
        empty_label=_("Whoever can take it on"),
        help_text=_("Must be chosen where the person has protected identity."),
    )
    purpose = text(_("What do you need to know or get done?"), 3, _("The person reads it."), True)


class PurposeForm(SavedForm):
    purpose = text(_("What do you need to know or get done?"), 3, _("The person reads it."), True)
    why = WHY


class AssessmentForm(SavedForm):
    instrument = forms.CharField(
        max_length=60, label=_("Instrument"), help_text=_("Its name only, for example AWP or DOA.")
    )
    instrument_on = forms.DateField(widget=DateInput(), label=_("Day"))
    conclusion = text(_("Conclusion"), 3, _("What it means for work. Never the instrument's own items."), True)


class EndReferralForm(Form):
    end = forms.ChoiceField(choices=Referral.End.choices, widget=forms.RadioSelect, label=_("How did it end?"))
    result = text(_("What came of it?"), 3, _("The consultant and the person read it."), True)
