"""The spine, what is built when, cells and charts that pages read, what is published; goals, forecast, evaluation."""

from trappan.insight.models.build import Build, BuildOrder, TellOrder
from trappan.insight.models.cell import Cell
from trappan.insight.models.chart import Chart
from trappan.insight.models.effect import EffectGoal, EffectResult
from trappan.insight.models.evaluation import Evaluation
from trappan.insight.models.extract import Extract, ExtractFile
from trappan.insight.models.frozen import FrozenMonth
from trappan.insight.models.goal import Goal, GoalResult, Improvement
from trappan.insight.models.key import HouseholdKey, PersonMonthKey
from trappan.insight.models.outlook import Outlook, WhatIf
from trappan.insight.models.person_month import PersonMonth
from trappan.insight.models.person_week import PersonWeek
from trappan.insight.models.place_month import PlacementMonth, PlaceMonth
from trappan.insight.models.publication import Publication, PublishedCell
from trappan.insight.models.series import Population, SeriesValue
from trappan.insight.models.staff_question import StaffAsked, StaffTally

__all__ = [
    "Build",
    "BuildOrder",
    "Cell",
    "Chart",
    "EffectGoal",
    "EffectResult",
    "Evaluation",
    "Extract",
    "ExtractFile",
    "FrozenMonth",
    "Goal",
    "GoalResult",
    "HouseholdKey",
    "Improvement",
    "Outlook",
    "PersonMonth",
    "PersonMonthKey",
    "PersonWeek",
    "PlaceMonth",
    "PlacementMonth",
    "Population",
    "Publication",
    "PublishedCell",
    "SeriesValue",
    "StaffAsked",
    "StaffTally",
    "TellOrder",
    "WhatIf",
]
