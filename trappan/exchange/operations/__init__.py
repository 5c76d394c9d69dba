"""Taking extracts in, delivering files to those who ask for figures, and what is keyed in; one file a behaviour."""

from trappan.exchange.operations import delivery, sus
from trappan.exchange.operations.delivery import order_delivery, order_version, send_delivery
from trappan.exchange.operations.extract import Result, find_naming, keep_naming, take_in
from trappan.exchange.operations.sus import key_in_sus_sheet, save_sus_sheet, take_out_of_sus
from trappan.refusals import Sentences

NO: Sentences = {**delivery.NO, **sus.NO}

__all__ = [
    "NO",
    "Result",
    "find_naming",
    "keep_naming",
    "key_in_sus_sheet",
    "order_delivery",
    "order_version",
    "save_sus_sheet",
    "send_delivery",
    "take_in",
    "take_out_of_sus",
]
