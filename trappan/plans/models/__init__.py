"""The working file: case, kartläggning, plan, goals, and where the person stands on the ladder."""

from trappan.plans.models.case import Case, CaseSerial
from trappan.plans.models.ladder import Ladder, LadderStep, StepMove
from trappan.plans.models.mapping import Mapping
from trappan.plans.models.plan import Goal, Plan

__all__ = [
    "Case", "CaseSerial", "Goal", "Ladder", "LadderStep", "Mapping", "Plan", "StepMove",
]  # fmt: skip
