"""What may be typed in this room."""

from trappan.outcomes.forms.exit import CheckForm, CorrectForm, ExitForm, FinishForm, ReopenForm
from trappan.outcomes.forms.follow_up import FollowUpForm, TakeInForm

__all__ = ["CheckForm", "CorrectForm", "ExitForm", "FinishForm", "FollowUpForm", "ReopenForm", "TakeInForm"]
