"""Every verb of the working file, one module a noun."""

from trappan.plans.operations.case import assign, open_as_head, open_case, reassign, still_open, take_over
from trappan.plans.operations.handover import hand_over, read_return, receive, send_back, take_back
from trappan.plans.operations.journal import change_note, object_to, write_note
from trappan.plans.operations.ladder import correct_step, decide_step, map_step, move_step, propose_step, standing_moves
from trappan.plans.operations.mapping import empty_draft, keep_draft, map_person
from trappan.plans.operations.meeting import book_meeting, move_meeting, tell_meeting
from trappan.plans.operations.plan import (
    add_part,
    agree_plan,
    close_goal,
    consult,
    decide_plan,
    end_plan,
    observe,
    proposed,
    put_under,
    set_goal,
    set_site_goal,
    take_out_part,
    write_plan,
)
from trappan.plans.operations.rating import rate_oneself, take_back_rating
from trappan.plans.operations.referral import assess, end_referral, refer, take_on
from trappan.plans.operations.sentences import NO
from trappan.plans.operations.stall import move_on, stall

__all__ = [
    "NO",
    "add_part",
    "agree_plan",
    "assess",
    "assign",
    "book_meeting",
    "change_note",
    "close_goal",
    "consult",
    "correct_step",
    "decide_plan",
    "decide_step",
    "empty_draft",
    "end_plan",
    "end_referral",
    "hand_over",
    "keep_draft",
    "map_person",
    "map_step",
    "move_meeting",
    "move_on",
    "move_step",
    "object_to",
    "observe",
    "open_as_head",
    "open_case",
    "propose_step",
    "proposed",
    "put_under",
    "rate_oneself",
    "read_return",
    "reassign",
    "receive",
    "refer",
    "send_back",
    "set_goal",
    "set_site_goal",
    "stall",
    "standing_moves",
    "still_open",
    "take_back",
    "take_back_rating",
    "take_on",
    "take_out_part",
    "take_over",
    "tell_meeting",
    "write_note",
    "write_plan",
]
