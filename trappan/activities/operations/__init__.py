"""Every verb about where people are, one module a noun."""

from trappan.activities.operations.attendance import (
    Mark,
    Seen,
    find,
    mark_day,
    record_attendance,
    tell_beforehand,
    tell_reason,
)
from trappan.activities.operations.capacity import change_places, hold_extra
from trappan.activities.operations.placement import end_placement, place
from trappan.activities.operations.sentences import NO
from trappan.activities.operations.session import (
    cancel_day,
    change_day,
    close_site,
    open_site,
    restore_day,
    suspend,
)

__all__ = [
    "NO", "Mark", "Seen", "cancel_day", "change_day", "change_places", "close_site", "end_placement", "find",
    "hold_extra", "mark_day", "open_site", "place", "record_attendance", "restore_day", "suspend", "tell_beforehand",
    "tell_reason",
]  # fmt: skip
