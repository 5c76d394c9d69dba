"""What may be typed about the requirement."""

from trappan.requirement.forms.activity_request import ReceivedForm, RequestForm
from trappan.requirement.forms.exemption import EndExemptionForm, ExemptionForm
from trappan.requirement.forms.grounds import (
    AppealEndForm,
    AppealForm,
    DecisionForm,
    GroundsForm,
    HeardForm,
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
    "RequestForm",
    "SendForm",
    "TakeBackForm",
    "TrialForm",
]
