"""What people write in this room: goals, their results, what is to be better, asked, published and given out."""

from trappan.insight.operations.extract import ask_extract, decide_extract, withdraw_extract
from trappan.insight.operations.goal import change_goal, set_goal, take_out_goal, write_result
from trappan.insight.operations.improvement import log_improvement, tell_improvement
from trappan.insight.operations.publication import publish, publish_anew
from trappan.insight.operations.what_if import ask

__all__ = [
    "ask",
    "ask_extract",
    "change_goal",
    "decide_extract",
    "log_improvement",
    "publish",
    "publish_anew",
    "set_goal",
    "take_out_goal",
    "tell_improvement",
    "withdraw_extract",
    "write_result",
]
