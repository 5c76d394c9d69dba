"""What an own department answers about places, and the target that it is given."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from trappan.employers.forms.fields import line, running
from trappan.employers.forms.opening import SavedWeekField, without_what_the_week_says
from trappan.employers.models import Opening
from trappan.rules.forms.occupation import OccupationField
from trappan.rules.forms.ruleset import HoursField
from trappan.rules.models import Concept
from trappan.rules.occupations import alike, called
from trappan.ui.forms import Form, LastDayField, SavedForm, day

# What a department offers as a place. An ordinary job is none: that the employer team writes down.
KINDS = [(kind.value, kind.label) for kind in Opening.Kind if kind != Opening.Kind.JOB]


class OfferFields(Form):
    """So many people at a time, of what kind, in which occupation, and when.

    What the work is called is mostly the occupation, and then nothing more is asked. Refused where it is not, and no
    occupation is said beside it: by the occupation it is found who has asked for such work.
    """

    title = line(_("Which work?"), 200, help_text=_("For example kitchen assistant, laundry, gardening."))
    occupation = OccupationField(
        label=_("Nearest occupation"), help_text=_("Only where the work is called something else than the occupation.")
    )
    kind = forms.ChoiceField(choices=KINDS, label=_("What kind of place?"))
    places = forms.IntegerField(
        min_value=1, max_value=200, label=_("How many?"), help_text=_("A place is one person at a time.")
    )
    week = SavedWeekField(required=False, label=_("Days and times"))
    weekly_minutes = HoursField(
        lowest=60,
        highest=60 * 60,
        required=False,
        label=_("Hours a week"),
        help_text=_("Only where the times are not settled."),
    )
    adaptations = line(
        _("What can be adapted"), 200, required=False, help_text=_("For example shorter days, seated work.")
    )

    def clean(self) -> None:
        title = self.cleaned_data.get("title", "")
        if title and "occupation" not in self.errors and self.cleaned_data.get("occupation") is None:
            found = called([title]).get(title.casefold())
            if found is None and Concept.objects.occupations().exists():
                self.add_error("occupation", nearest(title))
            self.cleaned_data["occupation"] = found


class OfferForm(OfferFields):
    """New places."""


class ChangeOfferForm(SavedForm, OfferFields):
    """Places that are offered, begun from what is saved; hours stand apart only where there is no week."""

    starts_on = day(_("First day"))
    ends_on = LastDayField()
    tasks = running(_("What does one do?"), 3, _("In plain words, as you would say it to somebody."))
    adaptations = running(_("What can be adapted"), 2, _("For example shorter days, seated work."))

    @classmethod
    def begun(cls, row: Model | None, **otherwise: Any) -> dict[str, Any]:
        return without_what_the_week_says(super().begun(row, **otherwise))


def nearest(title: str) -> str:
    """Say that an occupation is needed, and which ones are like what was written."""
    names = ", ".join(alike(title))
    if names:
        return str(_("Write the occupation that is nearest. Like it are: %(names)s.") % {"names": names})
    return str(_("Write the occupation that is nearest, as Arbetsförmedlingen calls it."))


class NoneForm(Form):
    """Why there is no place this half-year."""

    none_reason = line(_("Why is there none this half-year?"), 300, help_text=_("Whoever answers none has answered."))


class TargetForm(SavedForm):
    """How many places a department is to offer in a half-year, begun from what is saved."""

    places = forms.IntegerField(min_value=0, max_value=10_000, label=_("Target, places"))
    decision = line(_("Decided by"), 200, help_text=_("For example the municipal executive board, 14 April 2026."))
