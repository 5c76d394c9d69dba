"""Projects of several municipalities: who takes part in them, with whose money, and which people, each counted once."""

from trappan.projects.models.continuation import Continuation
from trappan.projects.models.cooperation import CooperationGoal, Evidence, Gathering
from trappan.projects.models.counting import Count, Key, Mark
from trappan.projects.models.participation import InProjectQuerySet, Participation
from trappan.projects.models.project import Funding, Municipality, Project, Spending, SubInitiative

__all__ = [
    "Continuation",
    "CooperationGoal",
    "Count",
    "Evidence",
    "Funding",
    "Gathering",
    "InProjectQuerySet",
    "Key",
    "Mark",
    "Municipality",
    "Participation",
    "Project",
    "Spending",
    "SubInitiative",
]
