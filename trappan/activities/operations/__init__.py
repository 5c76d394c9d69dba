"""Every verb about where people are, one module a noun."""

from trappan.activities.operations.absence import ask_support, talk, tell_support
from trappan.activities.operations.attendance import (
    Mark,
    Seen,
    find,
    mark_day,
    not_introduced,
    record_attendance,
    tell_beforehand,
    tell_reason,
)
from trappan.activities.operations.capacity import change_places, hold_extra
from trappan.activities.operations.catalogue import add_crew, add_theme, describe, give_job, join_crew, take_out
from trappan.activities.operations.change import close_activity, decide_change, propose_change
from trappan.activities.operations.placement import (
    answer,
    change_week,
    end_placement,
    extend,
    introduce,
    name_supervisor,
    propose,
    withdraw,
)
from trappan.activities.operations.report import read_reports, record_incident, report
from trappan.activities.operations.sentences import NO
from trappan.activities.operations.session import (
    cancel_day,
    change_day,
    close_site,
    open_site,
    restore_day,
    resume,
    suspend,
    take_back_day,
)

__all__ = [
    "NO",
    "Mark",
    "Seen",
    "add_crew",
    "add_theme",
    "answer",
    "ask_support",
    "cancel_day",
    "change_day",
    "change_places",
    "change_week",
    "close_activity",
    "close_site",
    "decide_change",
    "describe",
    "end_placement",
    "extend",
    "find",
    "give_job",
    "hold_extra",
    "introduce",
    "join_crew",
    "mark_day",
    "name_supervisor",
    "not_introduced",
    "open_site",
    "propose",
    "propose_change",
    "read_reports",
    "record_attendance",
    "record_incident",
    "report",
    "restore_day",
    "resume",
    "suspend",
    "take_back_day",
    "take_out",
    "talk",
    "tell_beforehand",
    "tell_reason",
    "tell_support",
    "withdraw",
]
