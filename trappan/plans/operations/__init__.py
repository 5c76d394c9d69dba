"""Every verb of the working file, one module a noun."""

from trappan.plans.operations.case import assign, open_as_head, open_case, reassign, still_open
from trappan.plans.operations.ladder import move_step
from trappan.plans.operations.mapping import map_person
from trappan.plans.operations.plan import agree_plan, decide_plan, set_goal, write_plan

__all__ = [
    "agree_plan", "assign", "decide_plan", "map_person", "move_step", "open_as_head", "open_case",
    "reassign", "set_goal", "still_open", "write_plan",
]  # fmt: skip
