"""What may be typed about work that an own department orders from a crew."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Crew
from trappan.employers.models import Workplace
from trappan.ui.forms import DateInput, Form, LastDayField, OpenText, in_our_time, offer


class WorkplaceChoice(forms.ModelChoiceField):
    """A workplace of an own department, by department and name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.employer.name}, {obj.name}"


class CrewsChoice(forms.ModelChoiceField):
    """An activity that has crews, by its name and site."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.unit.name}" if obj.name != obj.unit.name else str(obj.name)


class OrderForm(Form):
    what = OpenText(
        max_length=200,
        label=_("What is to be made?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example a footbridge, eight metres."),
    )
    activity = CrewsChoice(Activity.objects.none(), label=_("By whom?"), empty_label=None)
    workplace = WorkplaceChoice(Workplace.objects.none(), label=_("For"), empty_label=None)
    wanted_by = forms.DateField(widget=DateInput(), required=False, label=_("Wanted by"), validators=[in_our_time])

    def __init__(self, *args: Any, activities: Any, workplaces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "activity", activities)
        offer(self, "workplace", workplaces)


class TakeOrderForm(Form):
    crew = forms.ModelChoiceField(Crew.objects.none(), label=_("Crew"), empty_label=None)
    risks = OpenText(max_length=300, label=_("Risks to go through first"), widget=forms.Textarea(attrs={"rows": 2}))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])
    ends_on = LastDayField()

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "crew", crews)


class DeclineOrderForm(Form):
    declined = OpenText(max_length=200, label=_("Why not?"))


class MadeForm(Form):
    made = OpenText(
        max_length=300, label=_("What was made?"), widget=forms.Textarea(attrs={"rows": 2}), help_text=_("No names.")
    )
    made_on = forms.DateField(widget=DateInput(), label=_("Done on"), validators=[in_our_time])
