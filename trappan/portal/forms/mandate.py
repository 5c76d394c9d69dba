"""Who helps, with what and until when, as a colleague or the person writes it down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.portal.models import Mandate
from trappan.ui.forms import Form, LastDayField

BY_ROLE = (Mandate.Given.REGISTER, Mandate.Given.DECISION)


class WhoForm(Form):
    """Name, phone, what they are to the person, and what it allows."""

    name = forms.CharField(max_length=100, label=_("Name"))
    phone = forms.CharField(max_length=40, required=False, label=_("Phone"))
    relation = forms.CharField(
        max_length=60, label=_("Who is it to the person?"), help_text=_("For example sister, friend, contact person.")
    )
    allows = forms.ChoiceField(
        choices=Mandate.Allows, widget=forms.RadioSelect, initial=Mandate.Allows.SAY, label=_("What does it cover?")
    )


class HelperForm(WhoForm):
    ends_on = LastDayField()
    signed = forms.BooleanField(
        label=_("The person has signed the mandate on paper in front of me"),
        help_text=_("A colleague who works with the person is never its helper."),
    )


class GuardianForm(WhoForm):
    given = forms.ChoiceField(
        choices=[(one.value, one.label) for one in BY_ROLE],
        widget=forms.RadioSelect,
        label=_("How is it proven that it is a guardian?"),
    )


class GiveHelpForm(Form):
    """The same, as the person writes it."""

    name = forms.CharField(max_length=100, label=_("Who is to help you?"), help_text=_("First name and last name."))
    phone = forms.CharField(max_length=40, required=False, label=_("Their phone number"))
    relation = forms.CharField(
        max_length=60, label=_("Who is it to you?"), help_text=_("For example sister, friend, contact person.")
    )
    allows = forms.ChoiceField(
        choices=[
            (Mandate.Allows.SAY.value, _("See my week, and say that I do not come or come late")),
            (Mandate.Allows.WEEK.value, _("Only see my week")),
        ],
        widget=forms.RadioSelect,
        initial=Mandate.Allows.SAY,
        label=_("What may they do?"),
    )
    ends_on = LastDayField(label=_("Until and with which day?"))

    def __init__(self, *args: Any, until: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].help_text = _("At the latest %(day)s. You can end it at any time.") % {"day": until}


class EndHelpForm(Form):
    """Whose help it is that ends."""

    mandate = forms.IntegerField(min_value=1, max_value=2**53)
