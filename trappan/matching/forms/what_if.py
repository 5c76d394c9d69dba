"""What is asked would be different of a week's proposals: one change."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.matching.models import AllocationQuestion
from trappan.ui.forms import Form, offer

Change = AllocationQuestion.Change
MOST_PLACES = 300
NOT_HERE = _("It was not reckoned with: it is closed, or another municipality's. Choose one of the list.")


class AllocationQuestionForm(Form):
    """One change, with the activity that it is about and how many places, where it is about any."""

    change = forms.ChoiceField(
        choices=Change, widget=forms.RadioSelect, initial=Change.PLACES, label=_("What changes?")
    )
    activity = forms.ChoiceField(
        required=False,
        label=_("Where?"),
        help_text=_("For more places, and for what is closed."),
        error_messages={"invalid_choice": NOT_HERE},
    )
    places = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_PLACES,
        label=_("How many places more?"),
        help_text=_("For more places: the same number in the whole week."),
        error_messages={"min_value": _("Write how many places more, from 1.")},
    )

    def __init__(self, *args: Any, activities: Sequence[Activity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in activities}
        offer(self, "activity", [("", _("Choose")), *((str(one.pk), at_site(one)) for one in activities)])

    def clean(self) -> dict[str, Any]:
        """Keep what the change is about; refused without it."""
        said = dict(super().clean() or {})
        change = said.get("change")
        if change in AllocationQuestion.OF_ACTIVITY:
            if not said.get("activity") and "activity" not in self.errors:
                self.add_error("activity", _("Choose where."))
        else:
            self.errors.pop("activity", None)
            said["activity"] = None
        if change == Change.PLACES:
            if said.get("places") is None and "places" not in self.errors:
                self.add_error("places", _("Write how many places more, from 1."))
        else:
            self.errors.pop("places", None)
            said["places"] = None
        said["activity"] = self.known.get(said.get("activity") or "")
        return said


def at_site(activity: Activity) -> str:
    """Return what an activity is called, with its site where that is called otherwise."""
    site = activity.unit.name
    return activity.name if site == activity.name else f"{activity.name}, {site}"
