"""Every verb of the plan and the staircase, one module a noun."""

from trappan.plans.operations.consultation import consult
from trappan.plans.operations.goal import close_goal, observe, put_under, see_sign, set_goal, set_site_goal
from trappan.plans.operations.ladder import (
    drop_ladder,
    ladder_as_saved,
    ladder_draft,
    map_steps,
    use_ladder,
    write_ladder,
)
from trappan.plans.operations.mapping import map_person
from trappan.plans.operations.own_word import give_draft, reply_to_word
from trappan.plans.operations.plan import agree_plan, decide_plan, end_plan, proposed, write_plan
from trappan.plans.operations.readiness import judge_readiness
from trappan.plans.operations.refusals import NO
from trappan.plans.operations.review import review_plan
from trappan.plans.operations.self_rating import rate_oneself, take_back_rating
from trappan.plans.operations.step import correct_step, decide_step, move_step, propose_step, standing_moves
from trappan.plans.operations.week import Planned, clash_in_words, first_clash, planned_in, write_week

__all__ = [
    "NO",
    "Planned",
    "agree_plan",
    "clash_in_words",
    "close_goal",
    "consult",
    "correct_step",
    "decide_plan",
    "decide_step",
    "drop_ladder",
    "end_plan",
    "first_clash",
    "give_draft",
    "judge_readiness",
    "ladder_as_saved",
    "ladder_draft",
    "map_person",
    "map_steps",
    "move_step",
    "observe",
    "planned_in",
    "propose_step",
    "proposed",
    "put_under",
    "rate_oneself",
    "reply_to_word",
    "review_plan",
    "see_sign",
    "set_goal",
    "set_site_goal",
    "standing_moves",
    "take_back_rating",
    "use_ladder",
    "write_ladder",
    "write_plan",
    "write_week",
]
