"""The working file: case, meetings, kartläggning, referrals, plan, goals, ladder, journal, hand-over."""

from trappan.plans.models.case import Case, CaseSerial
from trappan.plans.models.handover import HandOver
from trappan.plans.models.journal import Note, Objection
from trappan.plans.models.ladder import Ladder, LadderStep, ProposedStep, StepEvidence, StepMove
from trappan.plans.models.mapping import Draft, Mapping
from trappan.plans.models.meeting import Meeting
from trappan.plans.models.plan import Consultation, Goal, Observation, Plan, PlanPart
from trappan.plans.models.rating import SelfRating
from trappan.plans.models.referral import Referral
from trappan.plans.models.stall import Stall

__all__ = [
    "Case",
    "CaseSerial",
    "Consultation",
    "Draft",
    "Goal",
    "HandOver",
    "Ladder",
    "LadderStep",
    "Mapping",
    "Meeting",
    "Note",
    "Objection",
    "Observation",
    "Plan",
    "PlanPart",
    "ProposedStep",
    "Referral",
    "SelfRating",
    "Stall",
    "StepEvidence",
    "StepMove",
]
