"""What may be typed of a proposal: whom it is about, what was answered at each end, and when they meet."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from trappan.employers.models import Contact, Opening
from trappan.matching.models import Proposal
from trappan.ui.forms import DateInput, Form, in_our_time, offer

Why = Proposal.Why
STAYS = _("Stays within the house: outward a no is a no.")


BY_MAIL = _(
    "By e-mail it is sent to the contact's address when you press the button. What you read out or hand over is yours "
    "to do: here you write it down."
)


class OpeningField(forms.ModelChoiceField):
    """An opening, told with its employer."""

    def label_from_instance(self, obj: Opening) -> str:
        return f"{obj.title}, {obj.employer.name}"


class AskForm(Form):
    opening = OpeningField(Opening.objects.none(), label=_("Opening"))

    def __init__(self, *args: Any, openings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "opening", openings)


def note(label: Any) -> forms.CharField:
    """Return a field for some words beside an answer."""
    return forms.CharField(max_length=500, required=False, label=label)


class YesForm(Form):
    note = note(_("What the person said"))


class NoForm(Form):
    why = forms.ChoiceField(choices=Proposal.Why, widget=forms.RadioSelect, label=_("Why not?"), help_text=STAYS)
    note = note(_("In words"))


# What a manager of an own department may give as a reason; the rest is the person's to say.
OF_HOST = [
    (one.value, one.label) for one in (Why.FILLED, Why.TIMES, Why.TASKS, Why.EXPERIENCE, Why.LANGUAGE, Why.OTHER)
]


class HostYesForm(Form):
    note = note(_("To the employer team"))


class HostNoForm(Form):
    why = forms.ChoiceField(
        choices=OF_HOST,
        widget=forms.RadioSelect,
        label=_("Why not?"),
        help_text=_("Read by the employer team and whoever works with the person, and by nobody else."),
    )
    note = note(_("In words"))


class SendForm(Form):
    sent_how = forms.ChoiceField(
        choices=Proposal.How, widget=forms.RadioSelect, label=_("How does it go out?"), help_text=BY_MAIL
    )
    contact = forms.ModelChoiceField(
        Contact.objects.none(), required=False, label=_("To"), empty_label=_("Nobody by name")
    )
    shown = forms.CharField(max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, contacts: Any, managed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "contact", contacts)
        ways = [(one.value, one.label) for one in Proposal.How if managed or one != Proposal.How.DESK]
        offer(self, "sent_how", ways)


class MeetForm(Form):
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    at = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}), label=_("Time"))
    meets_where = forms.CharField(max_length=200, required=False, label=_("Where"))

    def clean(self) -> None:
        day, at = self.cleaned_data.pop("day", None), self.cleaned_data.pop("at", None)
        if day and at:
            self.cleaned_data["meets_at"] = datetime.combine(day, at, tzinfo=get_current_timezone())


class AcceptedForm(Form):
    note = note(_("What the employer said"))


class TakeBackForm(Form):
    note = note(_("Why?"))
