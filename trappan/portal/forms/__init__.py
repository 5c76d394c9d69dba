"""What a participant, or who hands over a code, may type."""

from trappan.portal.forms.absence import AwayForm, BackForm, LateForm
from trappan.portal.forms.access import FoundForm, HandOutForm
from trappan.portal.forms.sign_in import CodeForm, EidForm, PinForm, SignInForm

__all__ = [
    "AwayForm",
    "BackForm",
    "CodeForm",
    "EidForm",
    "FoundForm",
    "HandOutForm",
    "LateForm",
    "PinForm",
    "SignInForm",
]
