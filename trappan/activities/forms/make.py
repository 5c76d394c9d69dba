"""What is typed of a new activity, and of a new workplace with its first."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from trappan.activities.forms.activity import time_of_day
from trappan.activities.models import Activity
from trappan.schedules.week import DAYS
from trappan.staff.kept import colleagues, kept_units
from trappan.staff.models import Colleague, Unit
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, in_our_time, offer
from trappan.ui.week.fields import WeekField


def places() -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=500, label=_("Places at the same time"))


class MakeActivityForm(Form):
    """A new activity; what it holds and whom it suits is described afterwards."""

    name = OpenText(max_length=200, label=_("What the activity is called"))
    kind = forms.ChoiceField(choices=Activity.Kind.choices, initial="workplace", label=_("Kind"))
    places = places()
    week = WeekField(
        weeks=False,
        required=False,
        label=_("Days and times with another number of places"),
        help_text=_("Leave it empty where there are as many all the week."),
    )
    places_then = forms.IntegerField(
        required=False, min_value=0, max_value=500, label=_("Places on those days and times")
    )
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it lasts."))
    weekdays = forms.MultipleChoiceField(
        choices=list(zip(DAYS, WEEKDAYS.values(), strict=True)),
        initial=DAYS[:5],
        widget=forms.CheckboxSelectMultiple,
        label=_("Open on"),
    )
    opens = time_of_day(_("Opens at"))
    closes = time_of_day(_("Closes at"))
    address = OpenText(max_length=200, required=False, label=_("Address"), help_text=_("Street and place."))
    contact = OpenText(
        max_length=100, required=False, label=_("Who answers"), help_text=_("A colleague by name, or a function.")
    )
    phone = OpenText(max_length=40, required=False, label=_("Phone"))

    def clean_weekdays(self) -> str:
        return ",".join(self.cleaned_data["weekdays"])

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if values.get("week") and values.get("places_then") is None:
            self.add_error("places_then", _("Write how many places there are on the days and times that you pressed."))
        return values


class MakeWorkplaceForm(Form):
    """A new workplace with its first activity, and its leader: a colleague, or somebody new."""

    name = OpenText(max_length=200, label=_("What the workplace is called"))
    parent = forms.ModelChoiceField(
        Unit.objects.none(),
        empty_label=_("Choose"),
        label=_("Belongs to"),
        help_text=_("That unit's head confirms who works there."),
    )
    kind = forms.ChoiceField(choices=Activity.Kind.choices, initial="workplace", label=_("Kind of activity"))
    places = places()
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])
    leader = forms.ModelChoiceField(
        Colleague.objects.none(), required=False, empty_label=_("Somebody new, or later"), label=_("Site leader")
    )
    given_name = OpenText(max_length=100, required=False, label=_("Given name of a new leader"))
    family_name = OpenText(max_length=100, required=False, label=_("Family name of a new leader"))
    email = forms.EmailField(max_length=254, required=False, label=_("E-mail address at work of a new leader"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "parent", kept_units().exclude(kind=Unit.Kind.SITE))
        offer(self, "leader", colleagues())

    def clean(self) -> dict[str, Any]:
        """Return what the operation asks for: a leader, a newcomer, or nobody yet."""
        values = dict(super().clean() or {})
        newcomer = {name: values.pop(name, "") for name in ("given_name", "family_name", "email")}
        if any(newcomer.values()):
            for name in (name for name, written in newcomer.items() if not written and name not in self.errors):
                self.add_error(name, _("Fill in name and address of a new leader, or none of it."))
            if values.get("leader"):
                self.add_error("leader", _("Choose a colleague or write down somebody new, not both."))
            values["newcomer"] = newcomer
        return values
