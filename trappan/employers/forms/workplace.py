"""A workplace of an employer as it is written down, changed and closed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.employers.forms.fields import NOBODY, line, running
from trappan.employers.models import Employer
from trappan.rules.codes import choices
from trappan.staff.models import Unit
from trappan.ui.forms import Form, LanguagesField, LastDayField, SavedForm, offer


class WorkplaceForm(Form):
    """What is known of a workplace; `held` are the codes that it has since before they were closed."""

    name = line(_("What the workplace is called"), 200, help_text=_("For example its street."))
    address = line(_("Address"), 200, required=False)
    branch = forms.ChoiceField(required=False, label=_("Branch"))
    size = forms.IntegerField(
        min_value=1, max_value=100_000, required=False, label=_("How many work there?"), help_text=_("About.")
    )
    languages = LanguagesField(label=_("Languages spoken there"))
    access = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, label=_("How it is there"))
    adaptable = running(
        _("What can be adapted"), 3, _("Times, tasks, pace, tools, company. In your own words.") + " " + NOBODY
    )

    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        required=False,
        label=_("Site in Trappan"),
        empty_label=_("None"),
        help_text=_("Its manager signs in there, answers for the places, and sees who comes."),
    )

    def __init__(self, *args: Any, employer: Employer, today: date, held: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if employer.kind == Employer.Kind.DEPARTMENT:
            sites = Unit.objects.lasting(today).filter(kind="site", organisation=employer.municipality_id)
            offer(self, "unit", sites.order_by("name"))
        else:
            del self.fields["unit"]
        offer(self, "branch", [("", _("Not known")), *choices("branch", today, held)])
        offer(self, "access", choices("access", today, held))

    def clean_languages(self) -> list[str]:
        """Write languages alike, so that the list finds them."""
        return [word.lower() for word in self.cleaned_data["languages"]]


class ChangeWorkplaceForm(SavedForm, WorkplaceForm):
    """What is known of a workplace, begun from what is saved."""


class CloseForm(Form):
    closed_on = LastDayField(required=False, help_text=_("Empty: it is open."))
