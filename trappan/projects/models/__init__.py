"""Projects of several municipalities: who takes part in them, with whose money, and which people, each counted once."""

from trappan.projects.models.continuation import Continuation
from trappan.projects.models.cooperation import CooperationGoal, Evidence, Gathering
from trappan.projects.models.counting import Count, Key, Mark
from trappan.projects.models.month import EmptyMonth, MonthFile, MonthRow, MonthTaking
from trappan.projects.models.paper import ProjectPaper
from trappan.projects.models.participation import InProjectQuerySet, Participation
from trappan.projects.models.project import Funding, Municipality, Project, Spending, SubInitiative
from trappan.projects.models.report import FinalReport

__all__ = [
    "Continuation",
    "CooperationGoal",
    "Count",
    "EmptyMonth",
    "Evidence",
    "FinalReport",
    "Funding",
    "Gathering",
    "InProjectQuerySet",
    "Key",
    "Mark",
    "MonthFile",
    "MonthRow",
    "MonthTaking",
    "Municipality",
    "Participation",
    "Project",
    "ProjectPaper",
    "Spending",
    "SubInitiative",
]
