"""The day and what came of it, one module a noun."""

from trappan.attendance.models.attendance import Attendance, AttendedTime, Correction, as_marked
from trappan.attendance.models.dialogue import Dialogue, SupportAction
from trappan.attendance.models.finding import Finding
from trappan.attendance.models.phone import PhoneList
from trappan.attendance.models.report import Incident, Report

__all__ = [
    "Attendance",
    "AttendedTime",
    "Correction",
    "Dialogue",
    "Finding",
    "Incident",
    "PhoneList",
    "Report",
    "SupportAction",
    "as_marked",
]
