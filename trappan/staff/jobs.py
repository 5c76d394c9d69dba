"""What the worker does for this room: the files of long lists, and the night's cleaning."""

import logging

from trappan.staff.cleaning import clean
from trappan.staff.list_files import erase_list_files, make_list_file, waiting
from trappan.worker.jobs import Order

logger = logging.getLogger(__name__)


def clean_and_tell() -> None:
    """Clean, and tell of files that are missing: a backup was taken back without them."""
    if missing := clean().missing:
        logger.warning("Not in the store: the files of %s rows. Take them from a backup.", missing)


ORDERS = [Order("staff.list_file", make_list_file, waiting)]
# Behind one step of the figures at most: its bell comes before theirs, whose rows say a month or a year.
LONG = {"staff.list_file"}
EACH_DAY = {"staff.clean": clean_and_tell, "staff.list_files": erase_list_files}
