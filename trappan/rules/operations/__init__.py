"""Every verb of the rules, one module a noun."""

from trappan.rules.operations.code import add_code, close_code, rename_code
from trappan.rules.operations.mark import confirm_mark, return_mark, stop_mark, write_mark
from trappan.rules.operations.refusals import NO
from trappan.rules.operations.ruleset import (
    confirm_rules,
    return_rules,
    saved_as,
    send_rules,
    withdraw_rules,
    write_rules,
)
from trappan.rules.operations.taxonomy import load_taxonomy
from trappan.rules.operations.text import text_as_saved, write_text

__all__ = [
    "NO",
    "add_code",
    "close_code",
    "confirm_mark",
    "confirm_rules",
    "load_taxonomy",
    "rename_code",
    "return_mark",
    "return_rules",
    "saved_as",
    "send_rules",
    "stop_mark",
    "text_as_saved",
    "withdraw_rules",
    "write_mark",
    "write_rules",
    "write_text",
]
