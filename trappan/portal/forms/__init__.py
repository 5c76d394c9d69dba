"""What a participant, or who hands over a code, may type."""

from trappan.portal.forms.absence import AwayForm, BackForm, LateForm
from trappan.portal.forms.access import FoundForm, HandOutForm
from trappan.portal.forms.mandate import EndHelpForm, GiveHelpForm, GuardianForm, HelperForm
from trappan.portal.forms.meetings import ChooseForm, NoneSuitsForm
from trappan.portal.forms.plan import DraftForm, GoalRatingForm, ObjectForm, OwnStepForm
from trappan.portal.forms.sharing import StopForm
from trappan.portal.forms.sign_in import CodeForm, EidForm, PinForm, SignInForm

__all__ = [
    "AwayForm",
    "BackForm",
    "ChooseForm",
    "CodeForm",
    "DraftForm",
    "EidForm",
    "EndHelpForm",
    "FoundForm",
    "GiveHelpForm",
    "GoalRatingForm",
    "GuardianForm",
    "HandOutForm",
    "HelperForm",
    "LateForm",
    "NoneSuitsForm",
    "ObjectForm",
    "OwnStepForm",
    "PinForm",
    "SignInForm",
    "StopForm",
]
