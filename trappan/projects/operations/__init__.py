"""Begin projects and follow them up, let coordinators in, and write down who takes part and what came of it."""

from trappan.projects.operations.continuation import check_continuation, go_on, take_out_continuation
from trappan.projects.operations.cooperation import (
    set_cooperation_goal,
    take_out_evidence,
    take_out_gathering,
    tell_evidence,
    tell_gathering,
)
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
    "begin_project",
    "check_continuation",
    "end_participation",
    "finish_project",
    "go_on",
    "let_in",
    "set_cooperation_goal",
    "take_out_continuation",
    "take_out_evidence",
    "take_out_gathering",
    "tell_evidence",
    "tell_gathering",
    "tell_spending",
]
