"""Every verb that writes in this room."""

from trappan.agreements.operations.agreement import change_agreement, correct_contact, note_paid, write_agreement
from trappan.agreements.operations.along import set_rhythm, speak_along
from trappan.agreements.operations.ending import (
    ask_ending,
    most_hours,
    show_ending,
    take_back_ending,
    take_in_ending,
    tell_ending,
)
from trappan.agreements.operations.link import Reached, make_link, order_link, read_answer, read_code, send_link
from trappan.agreements.operations.prepared import prepare_agreement
from trappan.agreements.operations.refusals import NO
from trappan.agreements.operations.signature import sign_for_municipality, sign_in_room, sign_on_behalf
from trappan.agreements.operations.week import ask_week, note_incident, read_week, take_week

__all__ = [
    "NO",
    "Reached",
    "ask_ending",
    "ask_week",
    "change_agreement",
    "correct_contact",
    "make_link",
    "most_hours",
    "note_incident",
    "note_paid",
    "order_link",
    "prepare_agreement",
    "read_answer",
    "read_code",
    "read_week",
    "send_link",
    "set_rhythm",
    "show_ending",
    "sign_for_municipality",
    "sign_in_room",
    "sign_on_behalf",
    "speak_along",
    "take_back_ending",
    "take_in_ending",
    "take_week",
    "tell_ending",
    "write_agreement",
]
