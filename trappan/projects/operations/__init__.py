"""Begin projects and follow them up, let coordinators in, and write down who takes part and what came of it."""

from trappan.projects.operations.month import hand_in_month, make_month_file, say_nothing, take_month_file, undo_nothing
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
    "end_participation",
    "finish_project",
    "hand_in_month",
    "let_in",
    "make_month_file",
    "say_nothing",
    "take_month_file",
    "tell_spending",
    "undo_nothing",
]
