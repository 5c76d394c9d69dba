"""What may be typed when a sign of the next step has been seen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.signs import Ahead
from trappan.ui.forms import DateInput, Form, offer, text


class SignForm(Form):
    """A sign that somebody has seen, with what was seen; those not seen yet stand first."""

    sign = forms.ChoiceField(label=_("Sign"), widget=forms.RadioSelect)
    text = text(_("What have you seen?"), 2, required=True)
    day = forms.DateField(widget=DateInput(), label=_("Day"))

    def __init__(self, *args: Any, ahead: Ahead, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        order = sorted(ahead.signs, key=lambda sign: sign.seen is not None)
        offer(self, "sign", [(sign.text, sign.text) for sign in order])
