"""What may be typed in the working file, one module a noun."""

from trappan.plans.forms.case import AssignForm, CaseForm, OpenAsHeadForm, ReassignForm
from trappan.plans.forms.ladder import StepForm
from trappan.plans.forms.mapping import MappingForm
from trappan.plans.forms.plan import AgreeForm, GoalForm, PlanForm

__all__ = [
    "AgreeForm", "AssignForm", "CaseForm", "GoalForm", "MappingForm", "OpenAsHeadForm", "PlanForm",
    "ReassignForm", "StepForm",
]  # fmt: skip
