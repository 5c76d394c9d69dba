"""Every verb of the case, one module a noun."""

from trappan.cases.operations.away import cancel_for_away, move_for_away
from trappan.cases.operations.case import assign, keep_way, open_as_head, open_case, reassign, refuse_closed, take_over
from trappan.cases.operations.draft import empty_draft, keep_draft
from trappan.cases.operations.hand_over import (
    hand_over,
    hand_unit_over,
    read_return,
    receive,
    send_back,
    take_back,
    take_back_handed_out,
)
from trappan.cases.operations.leaving import end_membership
from trappan.cases.operations.meeting import book_meeting, keep_meeting, move_meeting, tell_meeting
from trappan.cases.operations.meeting_offer import answer_of, offer_times, read_answer, withdraw_offer
from trappan.cases.operations.note import change_note, object_to, write_note
from trappan.cases.operations.referral import assess, change_purpose, end_referral, refer, take_on
from trappan.cases.operations.referral_file import attach_file, open_file, withdraw_file
from trappan.cases.operations.referral_note import change_referral_note, object_to_referral_note, write_referral_note
from trappan.cases.operations.referral_paper import write_study_plan, write_work_ability
from trappan.cases.operations.refusals import NO
from trappan.cases.operations.stall import move_on, stall

__all__ = [
    "NO",
    "answer_of",
    "assess",
    "assign",
    "attach_file",
    "book_meeting",
    "cancel_for_away",
    "change_note",
    "change_purpose",
    "change_referral_note",
    "empty_draft",
    "end_membership",
    "end_referral",
    "hand_over",
    "hand_unit_over",
    "keep_draft",
    "keep_meeting",
    "keep_way",
    "move_for_away",
    "move_meeting",
    "move_on",
    "object_to",
    "object_to_referral_note",
    "offer_times",
    "open_as_head",
    "open_case",
    "open_file",
    "read_answer",
    "read_return",
    "reassign",
    "receive",
    "refer",
    "refuse_closed",
    "send_back",
    "stall",
    "take_back",
    "take_back_handed_out",
    "take_on",
    "take_over",
    "tell_meeting",
    "withdraw_file",
    "withdraw_offer",
    "write_note",
    "write_referral_note",
    "write_study_plan",
    "write_work_ability",
]
