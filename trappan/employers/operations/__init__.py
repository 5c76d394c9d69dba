"""Every verb that writes in this room."""

from trappan.employers.operations.contact import change_contact, leave_contact, make_contact, tell_contact
from trappan.employers.operations.conversation import (
    change_conversation,
    converse,
    empty_draft,
    keep_draft,
    keep_promise,
)
from trappan.employers.operations.department import (
    ask_places,
    change_offer,
    offer_none,
    offer_places,
    set_target,
    take_back_offer,
)
from trappan.employers.operations.employer import (
    change_employer,
    end_employer,
    make_employer,
    merge_employer,
    rest_employer,
    take_up_employer,
)
from trappan.employers.operations.lead import import_ads, put_lead_aside, take_up_lead
from trappan.employers.operations.opening import change_opening, close_opening, make_opening, take_back_closing
from trappan.employers.operations.refusals import NO
from trappan.employers.operations.workplace import change_workplace, close_workplace, make_workplace

__all__ = [
    "NO",
    "ask_places",
    "change_contact",
    "change_conversation",
    "change_employer",
    "change_offer",
    "change_opening",
    "change_workplace",
    "close_opening",
    "close_workplace",
    "converse",
    "empty_draft",
    "end_employer",
    "import_ads",
    "keep_draft",
    "keep_promise",
    "leave_contact",
    "make_contact",
    "make_employer",
    "make_opening",
    "make_workplace",
    "merge_employer",
    "offer_none",
    "offer_places",
    "put_lead_aside",
    "rest_employer",
    "set_target",
    "take_back_closing",
    "take_back_offer",
    "take_up_employer",
    "take_up_lead",
    "tell_contact",
]
