"""What a colleague says of the way in: how it was known who it is, and what was found of a former number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.portal.models import Code
from trappan.portal.operations import Found
from trappan.ui.forms import Form


class HandOutForm(Form):
    proven = forms.ChoiceField(
        choices=Code.Proven, widget=forms.RadioSelect, label=_("How do you know that it is the right person?")
    )


class FoundForm(Form):
    found = forms.ChoiceField(choices=Found, widget=forms.RadioSelect, label=_("What did you find?"))
