"""Every verb of the day and what came of it, one module a noun."""

from trappan.attendance.operations.attendance import (
    AWAY,
    Mark,
    Seen,
    mark_day,
    mark_kept,
    mark_placement,
    not_introduced,
    record_attendance,
    undo_marks,
)
from trappan.attendance.operations.dialogue import ask_support, talk, tell_support
from trappan.attendance.operations.finding import find
from trappan.attendance.operations.phone import (
    Kept,
    allow_phone_list,
    is_list_allowed,
    keep_phone_list,
    stop_phone_list,
)
from trappan.attendance.operations.refusals import NO
from trappan.attendance.operations.report import Closing, read_reports, record_incident, report

__all__ = [
    "AWAY",
    "NO",
    "Closing",
    "Kept",
    "Mark",
    "Seen",
    "allow_phone_list",
    "ask_support",
    "find",
    "is_list_allowed",
    "keep_phone_list",
    "mark_day",
    "mark_kept",
    "mark_placement",
    "not_introduced",
    "read_reports",
    "record_attendance",
    "record_incident",
    "report",
    "stop_phone_list",
    "talk",
    "tell_support",
    "undo_marks",
]
