"""What may be typed about days that differ, and about absences."""

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Finding
from trappan.plans.models import Note
from trappan.refusals import Refused
from trappan.rules.codes import choices
from trappan.schedules.week import DAYS, read_week
from trappan.ui.forms import DateInput, Form, in_our_time, offer


class ClosureForm(Form):
    starts_on = forms.DateField(widget=DateInput(), label=_("First closed day"), validators=[in_our_time])
    ends_on = forms.DateField(widget=DateInput(), label=_("Open again"), validators=[in_our_time])
    reason = forms.CharField(max_length=120, label=_("Why?"))


class CancelForm(Form):
    activity = forms.ModelChoiceField(Activity.objects.none(), label=_("Activity"), empty_label=None)
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    reason = forms.CharField(max_length=120, label=_("Why?"))

    def __init__(self, *args: Any, activities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "activity", activities)


class PauseForm(Form):
    starts_on = forms.DateField(widget=DateInput(), label=_("First day of the pause"), validators=[in_our_time])
    ends_on = forms.DateField(widget=DateInput(), label=_("Back again"), validators=[in_our_time])


class OtherTimesForm(Form):
    """Other times on one day; empty means that the person is not there."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    times = forms.CharField(
        max_length=20,
        required=False,
        label=_("Times"),
        help_text=_("For example 13-16. Empty: the person is not there that day."),
    )

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        times, day = values.pop("times", ""), values.get("day")
        values["part"] = None
        if times and day:
            try:
                (values["part"],) = read_week(f"{DAYS[day.weekday()]} {times}").parts
            except (Refused, ValueError):
                self.add_error("times", _("Write the times as for example 13-16."))
        return values


class NoticeForm(Form):
    """That somebody does not come on a day to come, and the reason to pass on if there is one."""

    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    reason = forms.ChoiceField(
        required=False,
        label=_("Reason as it was told"),
        help_text=_("Passed on to the consultant. The site keeps nothing of it."),
    )

    def __init__(self, *args: Any, day: date, placements: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [("", _("None was told")), *choices("absence_reason", day)]
        offer(self, "reason", codes)
        if placements is None:
            # Who answers the phone at the municipality may add a word; a site keeps nothing of it.
            self.fields["note"] = forms.CharField(max_length=300, required=False, label=_("What was said"))
            self.name_what_is_missing()
        else:
            field = PlacementChoice(placements, label=_("Who?"), empty_label=_("Choose"))
            self.fields = {"placement": field, **self.fields}
            self.name_what_is_missing()


class PlacementChoice(forms.ModelChoiceField):
    """A placement by the person's name and the activity."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name}, {obj.activity.name}"


class ConversationChoice(forms.ModelChoiceField):
    """A conversation by its day and what it begins with."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{localtime(obj.happened_at):%Y-%m-%d}: {obj.fact[:60]}"


class FindingForm(Form):
    kind = forms.ChoiceField(choices=Finding.Kind.choices, widget=forms.RadioSelect, label=_("What do you find?"))
    reason = forms.ChoiceField(required=False, label=_("Acceptable reason"))
    conversation = ConversationChoice(
        Note.objects.none(),
        required=False,
        label=_("The conversation"),
        empty_label=_("None"),
        help_text=_(
            "A note in the journal about a conversation about absence. Without it nobody is found to lack an "
            "acceptable reason."
        ),
    )

    def __init__(self, *args: Any, day: date, person_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [("", _("None")), *choices("absence_reason", day)]
        offer(self, "reason", codes)
        notes = Note.objects.filter(person_id=person_id, dialogue__isnull=False)
        offer(self, "conversation", notes.order_by("-happened_at"))
