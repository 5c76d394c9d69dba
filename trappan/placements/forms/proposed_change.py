"""What may be typed when a site proposes a change of a placement, and when staff decline it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.placements.models import ProposedChange
from trappan.schedules.week import Week
from trappan.ui.forms import DateInput, Form, in_our_time
from trappan.ui.week.fields import WeekField


class ChangeForm(Form):
    """What a site proposes about a placement."""

    kind = forms.ChoiceField(
        choices=ProposedChange.Kind.choices, widget=forms.RadioSelect, label=_("What do you propose?")
    )
    from_day = forms.DateField(
        widget=DateInput(),
        label=_("Day"),
        validators=[in_our_time],
        help_text=_("The new last day, or the first with other times, tasks or pace."),
    )
    week = WeekField(required=False, label=_("Days and times"), help_text=_("Only for other times."))
    reason = forms.CharField(
        max_length=300, label=_("What, and why?"), help_text=_("Of other tasks or another pace: what is changed.")
    )
    own_view = forms.CharField(
        max_length=300,
        required=False,
        label=_("How does the person see it?"),
        help_text=_("Only for other tasks or another pace: ask, and write what was said."),
    )

    def clean_week(self) -> Week | None:
        week: Week | None = self.cleaned_data["week"]
        if week is not None and len(str(week)) > 300:
            raise forms.ValidationError(_("Press fewer days and times."))
        return week

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if values.get("kind") == ProposedChange.Kind.END and values.get("from_day"):
            values["from_day"] += timedelta(days=1)  # a period is half-open: the day after the last
        return values


class DeclineForm(Form):
    reason = forms.CharField(max_length=300, label=_("Why not?"))


class AgreeToTasksForm(Form):
    """A yes to other tasks or another pace, with a word or without."""

    reason = forms.CharField(max_length=300, required=False, label=_("A word with the yes"))
