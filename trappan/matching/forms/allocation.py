"""What may be typed where it is answered who could start where."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form


class AcceptForm(Form):
    aim = forms.CharField(
        max_length=300,
        label=_("What is the place for?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "The site reads it before it answers, with first name and times. Nothing about health or the family."
        ),
    )


class ReasonForm(Form):
    reason = forms.CharField(max_length=300, label=_("Why?"), widget=forms.Textarea(attrs={"rows": 2}))
