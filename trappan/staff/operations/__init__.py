"""Every verb of organisations, units, colleagues and memberships, one module a noun."""

from trappan.staff.operations.colleague import (
    change_colleague,
    close_account,
    keep_profile,
    make_colleague,
    make_password_link,
    open_account,
)
from trappan.staff.operations.list_file import open_list_file, order_list_file
from trappan.staff.operations.membership import (
    confirm_membership,
    digest_of,
    give_membership,
    say_away,
    say_back,
    subscribe,
    unsubscribe,
)
from trappan.staff.operations.organisation import make_organisation
from trappan.staff.operations.refusals import NO
from trappan.staff.operations.unit import change_unit, make_unit

__all__ = [
    "NO",
    "change_colleague",
    "change_unit",
    "close_account",
    "confirm_membership",
    "digest_of",
    "give_membership",
    "keep_profile",
    "make_colleague",
    "make_organisation",
    "make_password_link",
    "make_unit",
    "open_account",
    "open_list_file",
    "order_list_file",
    "say_away",
    "say_back",
    "subscribe",
    "unsubscribe",
]
