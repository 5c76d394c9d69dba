"""Where people are: activities with places, who is placed, and how each session went."""

from trappan.activities.models.absence import Dialogue, SupportAction
from trappan.activities.models.activity import Activity, Capacity, Crew, CrewJob, SeatUse, Theme, week_of_seat
from trappan.activities.models.attendance import Attendance, AttendedTime, Finding, Notice, SentOnce, ToldReason
from trappan.activities.models.placement import CrewMember, Introduction, Placement, PlacementEnd, ProposedChange
from trappan.activities.models.report import Incident, Report
from trappan.activities.models.session import Cancellation, Closure, DayChange, Session, Suspension

__all__ = [
    "Activity",
    "Attendance",
    "AttendedTime",
    "Cancellation",
    "Capacity",
    "Closure",
    "Crew",
    "CrewJob",
    "CrewMember",
    "DayChange",
    "Dialogue",
    "Finding",
    "Incident",
    "Introduction",
    "Notice",
    "Placement",
    "PlacementEnd",
    "ProposedChange",
    "Report",
    "SeatUse",
    "SentOnce",
    "Session",
    "SupportAction",
    "Suspension",
    "Theme",
    "ToldReason",
    "week_of_seat",
]
