"""What may be typed about the requirement."""

from trappan.requirement.forms.grounds import (
    AppealEndForm,
    AppealForm,
    DecisionForm,
    GroundsForm,
    HeardForm,
    SendForm,
    TakeBackForm,
)
from trappan.requirement.forms.request import EndExemptionForm, ExemptionForm, ReceivedForm, RequestForm

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
]
