"""What may be typed when a site is told what to adapt, and when it answers: shape only."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.placements.models import Adaptation
from trappan.ui.forms import Form


class AdaptationForm(Form):
    text = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What is the site to adapt?"),
        help_text=_("In the words of the workplace: what helps, never why. The site reads it as it stands."),
    )
    consented_how = forms.ChoiceField(
        choices=Adaptation.How.choices, widget=forms.RadioSelect, label=_("How did the person consent?")
    )


class AdaptationAnswerForm(Form):
    answer = forms.ChoiceField(choices=Adaptation.Answer.choices, widget=forms.RadioSelect, label=_("Can you do it?"))
    words = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("What can you do, and what not?"),
        help_text=_("Needed unless it is a yes. The consultant reads it."),
    )
