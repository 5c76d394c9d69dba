"""What is written in this room."""

from trappan.partnerships.operations.agreement import (
    agree,
    amend,
    change_draft,
    change_draft_amendment,
    draft_agreement,
    draft_amendment,
    sign,
    withdraw,
)
from trappan.partnerships.operations.meeting import agree_action, call_off, finish_action, make_meeting, write_minutes
from trappan.partnerships.operations.money import (
    approve,
    enter_budget,
    enter_payment,
    index_budget,
    report_cost,
    set_indexation,
    take_out,
)
from trappan.partnerships.operations.outreach import (
    answer_referral,
    came_to_us,
    note_outreach,
    receive_referral,
    refer,
    take_back_referral,
    take_out_outreach,
)
from trappan.partnerships.operations.partner import check_partner, make_partner
from trappan.partnerships.operations.refusals import NO
from trappan.partnerships.operations.step import consult, decide, list_recipient, send_decision
from trappan.partnerships.operations.term import (
    add_annex,
    commit,
    open_annex,
    say_kept,
    serve_goal,
    take_out_commitment,
    withdraw_annex,
)

__all__ = [
    "NO",
    "add_annex",
    "agree",
    "agree_action",
    "amend",
    "answer_referral",
    "approve",
    "call_off",
    "came_to_us",
    "change_draft",
    "change_draft_amendment",
    "check_partner",
    "commit",
    "consult",
    "decide",
    "draft_agreement",
    "draft_amendment",
    "enter_budget",
    "enter_payment",
    "finish_action",
    "index_budget",
    "list_recipient",
    "make_meeting",
    "make_partner",
    "note_outreach",
    "open_annex",
    "receive_referral",
    "refer",
    "report_cost",
    "say_kept",
    "send_decision",
    "serve_goal",
    "set_indexation",
    "sign",
    "take_back_referral",
    "take_out",
    "take_out_commitment",
    "take_out_outreach",
    "withdraw",
    "withdraw_annex",
    "write_minutes",
]
