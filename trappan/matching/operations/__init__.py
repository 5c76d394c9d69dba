"""Every verb that writes what places and work are found by, and to whom it is told."""

from trappan.matching.operations.allocation import (
    accept_allocation,
    change_allocation,
    decline_allocation,
    order_allocation,
)
from trappan.matching.operations.consent import give_profile_consent, withdraw_profile_consent
from trappan.matching.operations.hosted import answer_as_host
from trappan.matching.operations.journey import write_journey
from trappan.matching.operations.opening_allocation import accept_opening, change_opening, decline_opening
from trappan.matching.operations.placement import place_at_opening
from trappan.matching.operations.profile import keep_profile
from trappan.matching.operations.proposal import (
    agree_meeting,
    answer_as_person,
    ask_person,
    send_proposal,
    take_back_proposal,
    tell_outcome,
)
from trappan.matching.operations.what_if import ask_what_if
from trappan.matching.operations.work_search import end_search, hand_over_to_team, receive_search

__all__ = [
    "accept_allocation",
    "accept_opening",
    "agree_meeting",
    "answer_as_host",
    "answer_as_person",
    "ask_person",
    "ask_what_if",
    "change_allocation",
    "change_opening",
    "decline_allocation",
    "decline_opening",
    "end_search",
    "give_profile_consent",
    "hand_over_to_team",
    "keep_profile",
    "order_allocation",
    "place_at_opening",
    "receive_search",
    "send_proposal",
    "take_back_proposal",
    "tell_outcome",
    "withdraw_profile_consent",
    "write_journey",
]
