"""What a participant, or who hands over a code, may type."""

from trappan.portal.forms.absence import AwayForm, BackForm, LateForm
from trappan.portal.forms.access import HandOutForm
from trappan.portal.forms.meetings import ChooseForm, NoneSuitsForm
from trappan.portal.forms.sharing import StopForm
from trappan.portal.forms.sign_in import CodeForm, PinForm, SignInForm

__all__ = [
    "AwayForm",
    "BackForm",
    "ChooseForm",
    "CodeForm",
    "HandOutForm",
    "LateForm",
    "NoneSuitsForm",
    "PinForm",
    "SignInForm",
    "StopForm",
]
