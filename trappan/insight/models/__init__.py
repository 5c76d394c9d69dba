"""The spine, what is built when, and the cells that pages read."""

from trappan.insight.models.build import Build, BuildOrder
from trappan.insight.models.cell import Cell
from trappan.insight.models.key import HouseholdKey, PersonMonthKey
from trappan.insight.models.person_month import PersonMonth
from trappan.insight.models.place_month import PlacementMonth, PlaceMonth

__all__ = [
    "Build",
    "BuildOrder",
    "Cell",
    "HouseholdKey",
    "PersonMonth",
    "PersonMonthKey",
    "PlaceMonth",
    "PlacementMonth",
]
