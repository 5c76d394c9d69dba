"""A contact at an employer as it is written down and changed, and when it was told how the name is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.employers.forms.fields import line
from trappan.employers.models import Employer, Workplace
from trappan.ui.forms import Form, SavedForm, day, offer


class ContactForm(Form):
    """Whom one rings: only what belongs to the work."""

    name = line(_("Name"), 100)
    title = line(_("What he or she does there"), 100, required=False)
    phone = forms.CharField(max_length=40, required=False, label=_("Telephone at work"))
    email = forms.EmailField(required=False, label=_("E-mail at work"))
    workplace = forms.ModelChoiceField(
        Workplace.objects.none(),
        required=False,
        label=pgettext_lazy("of an employer", "Workplace"),
        empty_label=_("The whole employer"),
    )
    note = line(_("When it is best to ring"), 200, required=False)

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "workplace", Workplace.objects.filter(employer=employer))


class ChangeContactForm(SavedForm, ContactForm):
    """Whom one rings, begun from what is saved."""


class ToldForm(Form):
    told_on = day(_("Told on"))
