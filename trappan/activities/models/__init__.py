"""Where people are: activities with places, who is placed, and how each day went."""

from trappan.activities.models.activity import Activity, Capacity, SeatUse, week_of_seat
from trappan.activities.models.attendance import Attendance
from trappan.activities.models.placement import Placement

__all__ = ["Activity", "Attendance", "Capacity", "Placement", "SeatUse", "week_of_seat"]
