"""What may be typed in the working file, one module a noun."""

from trappan.plans.forms.case import AssignForm, CaseForm, OpenAsHeadForm, ReassignForm
from trappan.plans.forms.handover import HandOutForm, HandOverForm, SendBackForm
from trappan.plans.forms.journal import NoteForm, ObjectionForm
from trappan.plans.forms.ladder import CorrectionForm, FrameForm, StepForm
from trappan.plans.forms.mapping import MappingForm
from trappan.plans.forms.meeting import MeetingForm, OutcomeForm, TimeForm
from trappan.plans.forms.plan import (
    AgreeForm,
    CloseGoalForm,
    ConsultationForm,
    EndPlanForm,
    GoalForm,
    HoursField,
    PartForm,
    PlanForm,
    in_minutes,
)
from trappan.plans.forms.rating import SelfRatingForm
from trappan.plans.forms.referral import AssessmentForm, EndReferralForm, ReferralForm
from trappan.plans.forms.stall import MoveOnForm, StallForm

__all__ = [
    "AgreeForm",
    "AssessmentForm",
    "AssignForm",
    "CaseForm",
    "CloseGoalForm",
    "ConsultationForm",
    "CorrectionForm",
    "EndPlanForm",
    "EndReferralForm",
    "FrameForm",
    "GoalForm",
    "HandOutForm",
    "HandOverForm",
    "HoursField",
    "MappingForm",
    "MeetingForm",
    "MoveOnForm",
    "NoteForm",
    "ObjectionForm",
    "OpenAsHeadForm",
    "OutcomeForm",
    "PartForm",
    "PlanForm",
    "ReassignForm",
    "ReferralForm",
    "SelfRatingForm",
    "SendBackForm",
    "StallForm",
    "StepForm",
    "TimeForm",
    "in_minutes",
]
