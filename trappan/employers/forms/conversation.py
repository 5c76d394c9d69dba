"""A conversation with an employer: what was said, whether they were asked, and what was promised."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.employers.forms.employer import officers
from trappan.employers.forms.fields import NOBODY, line, running
from trappan.employers.models import Contact, Conversation, Employer, Workplace
from trappan.secrecy.acting import Actor
from trappan.staff.choices import MembershipChoice
from trappan.staff.models import Membership
from trappan.ui.forms import Form, SavedForm, day, offer


class ConversationForm(Form):
    """What was said, on which day, with whom."""

    held_on = day(_("When did you speak?"))
    way = forms.ChoiceField(choices=Conversation.Way.choices, label=_("How?"))
    contact = forms.ModelChoiceField(
        Contact.objects.none(), required=False, label=_("With whom?"), empty_label=_("Somebody else")
    )
    workplace = forms.ModelChoiceField(
        Workplace.objects.none(), required=False, label=_("About which workplace?"), empty_label=_("The whole employer")
    )
    text = running(_("What was said"), 6, NOBODY, True)
    asks = forms.BooleanField(
        required=False,
        label=_("We asked for places"),
        help_text=_("Counted, so that the same workplace is not asked too often."),
    )
    over_reason = line(
        _("Why ask once more?"),
        300,
        required=False,
        help_text=_("Only where they rest, or have been asked as often as the rules say."),
    )
    next_step = line(_("What did you promise?"), 300, required=False, help_text=_("Empty where nothing was promised."))
    next_on = day(_("By which day?"), required=False)
    promised_by = MembershipChoice(
        Membership.objects.none(), required=False, label=_("Who sees to it?"), empty_label=_("I do")
    )

    def __init__(self, *args: Any, employer: Employer, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [getattr(self.initial.get(name), "pk", None) for name in ("contact", "workplace", "promised_by")]
        contacts = Contact.objects.filter(Q(left_on=None) | Q(pk=held[0]), employer=employer)
        places = Workplace.objects.filter(Q(pk__in=Workplace.objects.open(by.today)) | Q(pk=held[1]))
        offer(self, "contact", contacts)
        offer(self, "workplace", places.filter(employer=employer))
        offer(self, "promised_by", officers(by, held[2]))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("next_step") and not values.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", _("Write by which day, so that the promise stands on the start page."))
        if values.get("next_on") and not values.get("next_step") and "next_step" not in self.errors:
            self.add_error("next_step", _("Write what was promised, or take the day out."))
        return values


class ChangeConversationForm(SavedForm, ConversationForm):
    """What was written of a conversation, begun from what is saved."""


class DoneForm(Form):
    done_note = line(
        _("If it came to nothing: why?"), 300, required=False, help_text=_("Empty where it was done as promised.")
    )
