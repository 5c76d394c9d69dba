"""What may be typed about where people are, one module a noun."""

from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.placement import EndForm, PlacementForm
from trappan.activities.forms.session import (
    CancelForm,
    ClosureForm,
    FindingForm,
    NoticeForm,
    OtherTimesForm,
    PauseForm,
)

__all__ = [
    "CancelForm", "ClosureForm", "EndForm", "ExtraForm", "FindingForm", "NoticeForm", "OtherTimesForm",
    "PauseForm", "PlacementForm", "PlacesForm",
]  # fmt: skip
