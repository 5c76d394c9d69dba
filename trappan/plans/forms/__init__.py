"""What may be typed in the working file, one module a noun."""

from trappan.plans.forms.case import AssignForm, CaseForm, OpenAsHeadForm, ReassignForm
from trappan.plans.forms.ladder import CorrectionForm, StepForm
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
from trappan.plans.forms.referral import AssessmentForm, EndReferralForm, ReferralForm

__all__ = [
    "AgreeForm", "AssessmentForm", "AssignForm", "CaseForm", "CloseGoalForm", "ConsultationForm", "CorrectionForm",
    "EndPlanForm", "EndReferralForm", "GoalForm", "HoursField", "MappingForm", "MeetingForm", "OpenAsHeadForm",
    "OutcomeForm", "PartForm", "PlanForm", "ReassignForm", "ReferralForm", "StepForm", "TimeForm",
    "in_minutes",
]  # fmt: skip
