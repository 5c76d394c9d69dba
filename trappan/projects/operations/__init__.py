"""Begin projects and follow them up, let coordinators in, and write down who takes part and what came of it."""

from trappan.projects.operations.continuation import check_continuation, go_on, take_out_continuation
from trappan.projects.operations.cooperation import (
    set_cooperation_goal,
    take_out_evidence,
    take_out_gathering,
    tell_evidence,
    tell_gathering,
)
from trappan.projects.operations.month import hand_in_month, make_month_file, say_nothing, take_month_file, undo_nothing
from trappan.projects.operations.paper import begin_paper, decide_by_paper, write_paper
from trappan.projects.operations.participation import add_participant, end_participation, let_in
from trappan.projects.operations.project import (
    add_funding,
    add_municipality,
    add_sub_initiative,
    begin_project,
    finish_project,
    tell_spending,
)

__all__ = [
    "add_funding",
    "add_municipality",
    "add_participant",
    "add_sub_initiative",
    "begin_paper",
    "begin_project",
    "check_continuation",
    "decide_by_paper",
    "end_participation",
    "finish_project",
    "go_on",
    "hand_in_month",
    "let_in",
    "make_month_file",
    "say_nothing",
    "set_cooperation_goal",
    "take_month_file",
    "take_out_continuation",
    "take_out_evidence",
    "take_out_gathering",
    "tell_evidence",
    "tell_gathering",
    "tell_spending",
    "undo_nothing",
    "write_paper",
]
