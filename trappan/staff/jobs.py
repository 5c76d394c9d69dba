"""What the worker does for this room: the night's cleaning."""

import logging

from trappan.staff.cleaning import clean

logger = logging.getLogger(__name__)


def clean_and_tell() -> None:
    """Clean, and tell of files that are missing: a backup was taken back without them."""
    if missing := clean().missing:
        logger.warning("Not in the store: the files of %s rows. Take them from a backup.", missing)


EACH_DAY = {"staff.clean": clean_and_tell}
