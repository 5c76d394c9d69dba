"""Where a file is while a library makes it that wants one on disk: a folder of Trappan's own, gone when it is made.

A process that is killed leaves its folder behind. Each is held by a lock that ends with its process, so that whoever
comes next knows what is nobody's any more, and erases it: the worker when it starts, and everybody before the next.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from django.conf import settings


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a folder that this account alone reads, and erase it with all that is in it."""
    with root() as folders:
        erase(folders)
        folder = Path(mkdtemp(dir=folders))
        held = os.open(folder, os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)
        os.close(held)


def erase_left_behind() -> None:
    """Erase the folders of those who were killed while they made something; one that is in use stays."""
    with root() as folders:
        erase(folders)


@contextmanager
def root() -> Iterator[Path]:
    """Hold the folder in which they all lie: nobody makes one while another looks for those that nobody holds."""
    folders: Path = settings.WORKING
    folders.mkdir(mode=0o700, parents=True, exist_ok=True)
    held = os.open(folders, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield folders
    finally:
        os.close(held)


def erase(folders: Path) -> None:
    for folder in folders.iterdir():
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue  # somebody is at it
        else:
            rmtree(folder, ignore_errors=True)
        finally:
            os.close(held)
