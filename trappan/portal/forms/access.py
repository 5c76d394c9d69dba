"""What whoever hands over a code says of how it was known who it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.portal.models import Code
from trappan.ui.forms import Form


class HandOutForm(Form):
    proven = forms.ChoiceField(
        choices=Code.Proven, widget=forms.RadioSelect, label=_("How do you know that it is the right person?")
    )
