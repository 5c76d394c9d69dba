"""Every verb of who is placed where, one module a noun."""

from trappan.placements.operations.adaptation import (
    answer_adaptation,
    read_answer,
    share_adaptation,
    withdraw_adaptation,
)
from trappan.placements.operations.close_activity import close_activity
from trappan.placements.operations.close_unit import close_unit, standing_in_the_way
from trappan.placements.operations.closure import cancel_day, close_site, open_site, restore_day
from trappan.placements.operations.crew_member import join_crew
from trappan.placements.operations.day_change import change_day, take_back_day
from trappan.placements.operations.introduction import introduce
from trappan.placements.operations.named_supervisor import name_supervisor
from trappan.placements.operations.notice import tell_beforehand, tell_reason
from trappan.placements.operations.placement import change_week, end_placement, extend
from trappan.placements.operations.proposal import answer, propose, withdraw
from trappan.placements.operations.proposed_change import decide_change, propose_change
from trappan.placements.operations.refusals import NO
from trappan.placements.operations.suspension import resume, suspend

__all__ = [
    "NO",
    "answer",
    "answer_adaptation",
    "cancel_day",
    "change_day",
    "change_week",
    "close_activity",
    "close_site",
    "close_unit",
    "decide_change",
    "end_placement",
    "extend",
    "introduce",
    "join_crew",
    "name_supervisor",
    "open_site",
    "propose",
    "propose_change",
    "read_answer",
    "restore_day",
    "resume",
    "share_adaptation",
    "standing_in_the_way",
    "suspend",
    "take_back_day",
    "tell_beforehand",
    "tell_reason",
    "withdraw",
    "withdraw_adaptation",
]
