"""What may be typed about what is to be better."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.insight.models import Goal
from trappan.partnerships.partners import PARTNERS
from trappan.staff.models import Organisation
from trappan.ui.forms import DateInput, Form, OpenText, in_our_time, offer


class ImprovementForm(Form):
    deficiency = OpenText(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=_("What is wanting"))
    source = OpenText(max_length=200, required=False, label=_("Who found it, or where it is told"))
    found_on = forms.DateField(widget=DateInput(), label=_("Found on"), validators=[in_our_time])
    action = OpenText(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label=_("What is done about it"))
    responsible = OpenText(max_length=120, label=_("Who answers for it"))
    due_on = forms.DateField(
        widget=DateInput(), required=False, label=_("To be done by, if a day is set"), validators=[in_our_time]
    )
    goal = forms.ModelChoiceField(
        Goal.objects.none(), required=False, label=_("Concerns the goal"), empty_label=_("No goal")
    )

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), required=False, label=_("Concerns the partner"), empty_label=_("No partner")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", Organisation.objects.in_force().filter(kind__in=PARTNERS).order_by("name"))
        offer(self, "goal", Goal.objects.filter(taken_out_on=None))


class DoneForm(Form):
    result = OpenText(max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), label=_("What came of it"))
    done_on = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
