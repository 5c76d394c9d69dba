"""Every verb about where people are, one module a noun."""

from trappan.activities.operations.attendance import record_attendance
from trappan.activities.operations.capacity import change_places, hold_extra
from trappan.activities.operations.placement import end_placement, place
from trappan.activities.operations.sentences import NO

__all__ = [
    "NO", "change_places", "end_placement", "hold_extra", "place", "record_attendance",
]  # fmt: skip
