"""End a case with its reason, check that it held, and follow up how it went."""

from trappan.outcomes.operations.by_link import send_follow_up, take_in_follow_up
from trappan.outcomes.operations.exit import (
    SAID,
    check_exit,
    correct_exit,
    finish_studies,
    name_exit,
    record_exit,
    reopen,
)
from trappan.outcomes.operations.follow_up import follow_up, take_back_follow_up
from trappan.outcomes.operations.refusals import NO

__all__ = [
    "NO",
    "SAID",
    "check_exit",
    "correct_exit",
    "finish_studies",
    "follow_up",
    "name_exit",
    "record_exit",
    "reopen",
    "send_follow_up",
    "take_back_follow_up",
    "take_in_follow_up",
]
