"""What is sent with a signature: the digest of what was read, and a ground where somebody signs for another."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models import Signature
from trappan.ui.forms import Form, offer

PARTY = Signature.Party


class SignForm(Form):
    """The digest of the text that was shown, so that nobody signs another."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class BehalfForm(SignForm):
    party = forms.ChoiceField(label=_("For whom?"), widget=forms.RadioSelect)
    name = forms.CharField(max_length=100, label=_("Who signs, or said yes?"))
    ground = forms.CharField(
        max_length=300,
        label=_("On what ground?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands on the paper: a trustee, or who said yes on the telephone and when."),
    )

    def __init__(self, *args: Any, parties: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "party", [(one, PARTY(one).label) for one in parties])


class SendForm(Form):
    way = forms.ChoiceField(
        label=_("How?"),
        choices=[
            ("email_sms", _("Link by e-mail, code by text message")),
            ("email_aloud", _("Link by e-mail, you read the code aloud on the telephone")),
        ],
    )
