"""What there is, one module a noun."""

from trappan.activities.models.activity import Activity, Theme
from trappan.activities.models.capacity import Capacity
from trappan.activities.models.crew import Crew, CrewJob
from trappan.activities.models.order import CrewOrder
from trappan.activities.models.picture import Picture
from trappan.activities.models.seat import SeatUse, week_of_seat

__all__ = ["Activity", "Capacity", "Crew", "CrewJob", "CrewOrder", "Picture", "SeatUse", "Theme", "week_of_seat"]
