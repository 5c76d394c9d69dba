"""Forms of the plan and the staircase, one module a noun: shape only."""

from trappan.plans.forms.consultation import ConsultationForm
from trappan.plans.forms.goal import CloseGoalForm, GoalForm
from trappan.plans.forms.ladder import DropLadderForm, FrameForm, LadderForm, UseLadderForm
from trappan.plans.forms.mapping import MappingForm
from trappan.plans.forms.plan import AgreeForm, DecideForm, EndPlanForm, HoursField, PlanForm, in_minutes
from trappan.plans.forms.readiness import ReadinessForm, ReviewForm
from trappan.plans.forms.reply import ReplyForm
from trappan.plans.forms.self_rating import SelfRatingForm
from trappan.plans.forms.sign import SignForm
from trappan.plans.forms.step import CorrectionForm, StepForm
from trappan.plans.forms.week import PlanWeek

__all__ = [
    "AgreeForm",
    "CloseGoalForm",
    "ConsultationForm",
    "CorrectionForm",
    "DecideForm",
    "DropLadderForm",
    "EndPlanForm",
    "FrameForm",
    "GoalForm",
    "HoursField",
    "LadderForm",
    "MappingForm",
    "PlanForm",
    "PlanWeek",
    "ReadinessForm",
    "ReplyForm",
    "ReviewForm",
    "SelfRatingForm",
    "SignForm",
    "StepForm",
    "UseLadderForm",
    "in_minutes",
]
