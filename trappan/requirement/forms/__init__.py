"""What may be typed about the requirement."""

from trappan.requirement.forms.activity_request import ReceivedForm, ReplaceRequestForm, RequestForm
from trappan.requirement.forms.exemption import EndExemptionForm, ExemptionForm, ReplaceExemptionForm
from trappan.requirement.forms.grounds import (
    AppealEndForm,
    AppealForm,
    DecisionForm,
    GroundsForm,
    HeardForm,
    ReplaceDecisionForm,
    SendForm,
    TakeBackForm,
)
from trappan.requirement.forms.trial import TrialForm

__all__ = [
    "AppealEndForm",
    "AppealForm",
    "DecisionForm",
    "EndExemptionForm",
    "ExemptionForm",
    "GroundsForm",
    "HeardForm",
    "ReceivedForm",
    "ReplaceDecisionForm",
    "ReplaceExemptionForm",
    "ReplaceRequestForm",
    "RequestForm",
    "SendForm",
    "TakeBackForm",
    "TrialForm",
]
