"""The plan and the staircase, one module a noun."""

from trappan.plans.models.consultation import Consultation
from trappan.plans.models.goal import Goal, Observation
from trappan.plans.models.ladder import Ladder, LadderStep
from trappan.plans.models.mapping import Mapping
from trappan.plans.models.own_word import DraftToRead, OwnWord, WordReply
from trappan.plans.models.plan import Plan, PlanPart
from trappan.plans.models.readiness import Readiness
from trappan.plans.models.review import Review
from trappan.plans.models.self_rating import SelfRating
from trappan.plans.models.step import ProposedStep, StepEvidence, StepMove

__all__ = [
    "Consultation",
    "DraftToRead",
    "Goal",
    "Ladder",
    "LadderStep",
    "Mapping",
    "Observation",
    "OwnWord",
    "Plan",
    "PlanPart",
    "ProposedStep",
    "Readiness",
    "Review",
    "SelfRating",
    "StepEvidence",
    "StepMove",
    "WordReply",
]
