"""Who is placed where, one module a noun."""

from trappan.placements.models.adaptation import Adaptation
from trappan.placements.models.closure import Cancellation, Closure
from trappan.placements.models.crew_member import CrewMember
from trappan.placements.models.day_change import DayChange
from trappan.placements.models.notice import Notice, SaidLate, ToldReason
from trappan.placements.models.placement import Introduction, Placement, PlacementEnd
from trappan.placements.models.proposed_change import ProposedChange
from trappan.placements.models.queue_count import QueueCount
from trappan.placements.models.session import Session
from trappan.placements.models.suspension import Suspension

__all__ = [
    "Adaptation",
    "Cancellation",
    "Closure",
    "CrewMember",
    "DayChange",
    "Introduction",
    "Notice",
    "Placement",
    "PlacementEnd",
    "ProposedChange",
    "QueueCount",
    "SaidLate",
    "Session",
    "Suspension",
    "ToldReason",
]
