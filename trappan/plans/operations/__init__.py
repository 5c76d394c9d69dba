"""Every verb of the working file, one module a noun."""

from trappan.plans.operations.case import assign, open_as_head, open_case, reassign, still_open
from trappan.plans.operations.ladder import correct_step, move_step, standing_moves
from trappan.plans.operations.mapping import empty_draft, keep_draft, map_person
from trappan.plans.operations.meeting import book_meeting, move_meeting, tell_meeting
from trappan.plans.operations.plan import (
    add_part,
    agree_plan,
    close_goal,
    consult,
    decide_plan,
    end_plan,
    proposed,
    set_goal,
    take_out_part,
    write_plan,
)
from trappan.plans.operations.referral import assess, end_referral, refer, take_on
from trappan.plans.operations.sentences import NO

__all__ = [
    "NO", "add_part", "agree_plan", "assess", "assign", "book_meeting", "close_goal", "consult", "correct_step",
    "decide_plan", "empty_draft", "end_plan", "end_referral", "keep_draft", "map_person",
    "move_meeting", "move_step", "open_as_head", "open_case", "proposed", "reassign", "refer",
    "set_goal", "standing_moves", "still_open", "take_on", "take_out_part", "tell_meeting", "write_plan",
]  # fmt: skip
