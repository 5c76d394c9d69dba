"""What colleagues do about a participant's way in to the own pages."""

from trappan.portal.operations.account import HandedOver, end_way_in, hand_out_code
from trappan.portal.operations.former import Found, look_at_number
from trappan.portal.operations.mandate import end_mandate, hand_out_to, register_guardian, register_helper
from trappan.portal.operations.refusals import NO

__all__ = [
    "NO",
    "Found",
    "HandedOver",
    "end_mandate",
    "end_way_in",
    "hand_out_code",
    "hand_out_to",
    "look_at_number",
    "register_guardian",
    "register_helper",
]
