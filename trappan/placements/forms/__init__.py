"""Forms of who is placed where, one module a noun: shape only."""

from trappan.placements.forms.adaptation import AdaptationAnswerForm, AdaptationForm
from trappan.placements.forms.close_activity import CloseForm
from trappan.placements.forms.close_unit import CloseUnitForm
from trappan.placements.forms.closure import CancelForm, ClosureForm
from trappan.placements.forms.crew_member import JoinForm
from trappan.placements.forms.day_change import OtherTimesForm
from trappan.placements.forms.introduction import IntroductionForm
from trappan.placements.forms.named_supervisor import SupervisorForm
from trappan.placements.forms.notice import NoticeForm
from trappan.placements.forms.placement import EndForm, ExtendForm, PlacementForm, WeekForm
from trappan.placements.forms.proposal import AnswerForm
from trappan.placements.forms.proposed_change import AgreeToTasksForm, ChangeForm, DeclineForm
from trappan.placements.forms.suspension import PauseForm

__all__ = [
    "AdaptationAnswerForm",
    "AdaptationForm",
    "AgreeToTasksForm",
    "AnswerForm",
    "CancelForm",
    "ChangeForm",
    "CloseForm",
    "CloseUnitForm",
    "ClosureForm",
    "DeclineForm",
    "EndForm",
    "ExtendForm",
    "IntroductionForm",
    "JoinForm",
    "NoticeForm",
    "OtherTimesForm",
    "PauseForm",
    "PlacementForm",
    "SupervisorForm",
    "WeekForm",
]
