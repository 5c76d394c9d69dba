"""What people write in this room: goals, what became of them, what is to be better, what they ask and publish."""

from trappan.insight.operations.goal import change_goal, set_goal, take_out_goal, write_result
from trappan.insight.operations.improvement import log_improvement, tell_improvement
from trappan.insight.operations.publication import publish, publish_anew
from trappan.insight.operations.what_if import ask

__all__ = [
    "ask",
    "change_goal",
    "log_improvement",
    "publish",
    "publish_anew",
    "set_goal",
    "take_out_goal",
    "tell_improvement",
    "write_result",
]
