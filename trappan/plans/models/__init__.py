"""The working file: case, meetings, kartläggning, referrals, plan, goals, and the ladder."""

from trappan.plans.models.case import Case, CaseSerial
from trappan.plans.models.ladder import Ladder, LadderStep, StepEvidence, StepMove
from trappan.plans.models.mapping import Draft, Mapping
from trappan.plans.models.meeting import Meeting
from trappan.plans.models.plan import Consultation, Goal, Plan, PlanPart
from trappan.plans.models.referral import Referral

__all__ = [
    "Case", "CaseSerial", "Consultation", "Draft", "Goal", "Ladder", "LadderStep", "Mapping",
    "Meeting", "Plan", "PlanPart", "Referral", "StepEvidence", "StepMove",
]  # fmt: skip
