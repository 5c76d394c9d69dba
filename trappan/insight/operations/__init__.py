"""What is written in this room by people: goals, what became of them, what is to be better, and what they ask."""

from trappan.insight.operations.goal import change_goal, set_goal, take_out_goal, write_result
from trappan.insight.operations.improvement import log_improvement, tell_improvement
from trappan.insight.operations.what_if import ask

__all__ = ["ask", "change_goal", "log_improvement", "set_goal", "take_out_goal", "tell_improvement", "write_result"]
