"""Every verb of what there is, one module a noun."""

from trappan.activities.operations.activity import add_theme, describe, make_activity, make_workplace
from trappan.activities.operations.capacity import change_places, hold_extra
from trappan.activities.operations.crew import add_crew, give_job, take_out
from trappan.activities.operations.order import decline_order, make_order, order_work, take_order
from trappan.activities.operations.picture import GONE as PICTURE_GONE
from trappan.activities.operations.picture import add_picture, show_first, take_away_picture
from trappan.activities.operations.refusals import NO

__all__ = [
    "NO",
    "PICTURE_GONE",
    "add_crew",
    "add_picture",
    "add_theme",
    "change_places",
    "decline_order",
    "describe",
    "give_job",
    "hold_extra",
    "make_activity",
    "make_order",
    "make_workplace",
    "order_work",
    "show_first",
    "take_away_picture",
    "take_order",
    "take_out",
]
