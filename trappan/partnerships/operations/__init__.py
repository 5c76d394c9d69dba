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
from trappan.partnerships.operations.closing import inform_of_closing
from trappan.partnerships.operations.invitation import confirm_invitation, decline_invitation, end_staff, invite
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
from trappan.partnerships.operations.paper import begin_paper, edition_of_paper, write_paper
from trappan.partnerships.operations.partner import check_partner, make_partner
from trappan.partnerships.operations.refusals import NO
from trappan.partnerships.operations.report import (
    deliver_report,
    freeze_report,
    open_report,
    say_nothing_to_report,
    send_report,
    send_report_back,
    sign_report,
    undo_nothing_to_report,
    write_report,
)
from trappan.partnerships.operations.step import consult, decide, list_recipient, send_decision, what_is_read
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
    "approve",
    "begin_paper",
    "call_off",
    "change_draft",
    "change_draft_amendment",
    "check_partner",
    "commit",
    "confirm_invitation",
    "consult",
    "decide",
    "decline_invitation",
    "deliver_report",
    "draft_agreement",
    "draft_amendment",
    "edition_of_paper",
    "end_staff",
    "enter_budget",
    "enter_payment",
    "finish_action",
    "freeze_report",
    "index_budget",
    "inform_of_closing",
    "invite",
    "list_recipient",
    "make_meeting",
    "make_partner",
    "open_annex",
    "open_report",
    "report_cost",
    "say_kept",
    "say_nothing_to_report",
    "send_decision",
    "send_report",
    "send_report_back",
    "serve_goal",
    "set_indexation",
    "sign",
    "sign_report",
    "take_out",
    "take_out_commitment",
    "undo_nothing_to_report",
    "what_is_read",
    "withdraw",
    "withdraw_annex",
    "write_minutes",
    "write_paper",
    "write_report",
]
