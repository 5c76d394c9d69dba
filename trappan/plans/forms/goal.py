"""What may be typed about a goal, and about how it went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.signs import PaperForm
from trappan.plans.models import Goal
from trappan.ui.forms import DateInput, Form, text


class GoalForm(PaperForm, Form):
    on_paper = ("title",)
    title = forms.CharField(max_length=200, label=_("Goal"))
    due_on = forms.DateField(widget=DateInput(), label=_("Until"))


class CloseGoalForm(Form):
    staff_rating = forms.ChoiceField(
        choices=Goal.Rating.choices, widget=forms.RadioSelect, label=_("How did it go, as you see it?")
    )
    own_rating = forms.ChoiceField(
        choices=[("", _("Not asked")), *Goal.Rating.choices],
        required=False,
        widget=forms.RadioSelect,
        label=_("How did it go, as the person sees it?"),
    )
    evidence = text(_("What shows it?"), 2)
