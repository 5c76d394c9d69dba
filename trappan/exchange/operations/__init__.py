"""Taking extracts in, and delivering files to those who ask for figures; one file a behaviour."""

from trappan.exchange.operations.delivery import order_delivery, order_version, send_delivery
from trappan.exchange.operations.extract import Result, find_naming, keep_naming, take_in

__all__ = ["Result", "find_naming", "keep_naming", "order_delivery", "order_version", "send_delivery", "take_in"]
