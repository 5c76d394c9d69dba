"""Every verb of the requirement: exempt, ask, talk, write grounds, decide."""

from trappan.requirement.operations.activity_request import receive, register_request, replace_request, request
from trappan.requirement.operations.exemption import end_exemption, exempt, replace_exemption
from trappan.requirement.operations.grounds import (
    appeal,
    decide,
    end_appeal,
    hear,
    receive_grounds,
    replace_decision,
    send,
    take_back_grounds,
    write_grounds,
)
from trappan.requirement.operations.refusals import NO

__all__ = [
    "NO",
    "appeal",
    "decide",
    "end_appeal",
    "end_exemption",
    "exempt",
    "hear",
    "receive",
    "receive_grounds",
    "register_request",
    "replace_decision",
    "replace_exemption",
    "replace_request",
    "request",
    "send",
    "take_back_grounds",
    "write_grounds",
]
