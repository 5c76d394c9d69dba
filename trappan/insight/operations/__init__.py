"""What people write here: goals, what became of them, what is to be better, what they ask, publish and are asked."""

from trappan.insight.operations.effect import evaluate_effect, set_effect_goal, take_out_effect_goal
from trappan.insight.operations.extract import ask_extract, decide_extract, withdraw_extract
from trappan.insight.operations.goal import change_goal, set_goal, take_out_goal, write_result
from trappan.insight.operations.improvement import log_improvement, tell_improvement
from trappan.insight.operations.publication import publish, publish_anew
from trappan.insight.operations.staff_question import put_off_question, say_how_it_goes
from trappan.insight.operations.what_if import ask

__all__ = [
    "ask",
    "ask_extract",
    "change_goal",
    "decide_extract",
    "evaluate_effect",
    "log_improvement",
    "publish",
    "publish_anew",
    "put_off_question",
    "say_how_it_goes",
    "set_effect_goal",
    "set_goal",
    "take_out_effect_goal",
    "take_out_goal",
    "tell_improvement",
    "withdraw_extract",
    "write_result",
]
