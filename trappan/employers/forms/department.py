"""What an own department answers about places, and the target that it is given."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.employers.forms.fields import line
from trappan.employers.models import PlaceOffer
from trappan.ui.forms import Form, SavedForm


class OfferForm(Form):
    """So many people at a time, of what kind, in which occupation."""

    occupation = line(_("Which work?"), 100, help_text=_("For example kitchen assistant, laundry, gardening."))
    kind = forms.ChoiceField(choices=PlaceOffer.Kind.choices, label=_("What kind of place?"))
    places = forms.IntegerField(
        min_value=1, max_value=200, label=_("How many?"), help_text=_("A place is one person at a time.")
    )
    times = line(_("Days and times"), 100, required=False, help_text=_("For example Monday to Thursday 8.30–12.30."))
    adaptable = line(
        _("What can be adapted"), 200, required=False, help_text=_("For example shorter days, seated work.")
    )


class NoneForm(Form):
    """Why there is no place this half-year."""

    none_reason = line(_("Why is there none this half-year?"), 300, help_text=_("Whoever answers none has answered."))


class TargetForm(SavedForm):
    """How many places a department is to offer in a half-year, begun from what is saved."""

    places = forms.IntegerField(min_value=0, max_value=10_000, label=_("Target, places"))
    decision = line(_("Decided by"), 200, help_text=_("For example the municipal executive board, 14 April 2026."))
