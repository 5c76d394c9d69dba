"""What is known of where somebody wants to work, who may read it, and what came of it."""

from trappan.matching.models.allocation import (
    AllocationLine,
    AllocationMove,
    AllocationRun,
    AllocationWaiting,
    RuledOut,
)
from trappan.matching.models.journey import Journey
from trappan.matching.models.opening_run import OpeningLine, OpeningRun
from trappan.matching.models.profile import Profile, ProfileConsent, ProfilePart
from trappan.matching.models.proposal import Proposal, SentPaper
from trappan.matching.models.what_if import AllocationQuestion, AllocationTown
from trappan.matching.models.work_search import WorkSearch

__all__ = [
    "AllocationLine",
    "AllocationMove",
    "AllocationQuestion",
    "AllocationRun",
    "AllocationTown",
    "AllocationWaiting",
    "Journey",
    "OpeningLine",
    "OpeningRun",
    "Profile",
    "ProfileConsent",
    "ProfilePart",
    "Proposal",
    "RuledOut",
    "SentPaper",
    "WorkSearch",
]
