"""Where files lie: by digest, in a folder that no web server shows, written whole or not at all."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from trappan import database
from trappan.documents.kinds import FIELD, Kind, kind_of
from trappan.documents.models import File
from trappan.refusals import Refused

PART = ".part"
# A file whose row is being written is young; one that is older and has none is left over.
YOUNG = 24 * 60 * 60


class NotThere(Refused):
    """The row is there and its bytes are not, or are no longer what they were."""


@dataclass(frozen=True)
class Kept:
    """A file that has just been stored: its row's key and its kind."""

    id: str
    kind: Kind


def refuse_size(size: int, most: int | None = None) -> None:
    """Refuse a file of more bytes than `most`, or else than this installation takes; both sizes are named."""
    limit = most or settings.FILE_LIMIT
    if size > limit:
        raise Refused(
            _("The file is %(size)s, and the most is %(limit)s. Save it smaller, and choose it again.")
            % {"size": filesizeformat(size), "limit": filesizeformat(limit)},
            FIELD,
        )


def keep_bytes(content: bytes, *, for_all: bool = False) -> Kept:
    """Store a file and its facts, a part of the operation that ties it to somebody; the kind is its content's.

    The bytes are on the disk before the row is: a file whose row never came is harmless, and cleaned away.
    They are written anew also where they lie there already, so that a clock does not tell that they did. A file
    `for_all` is one that a row may open to every colleague, a picture of a site.
    """
    refuse_size(len(content))
    kind = kind_of(content)
    digest = sha256(content).hexdigest()
    lock_bytes(digest)
    write(place_of(digest), content)
    return Kept(str(database.value("documents_keep", kind.value, len(content), digest, for_all)), kind)


def content_of(file: File) -> bytes:
    """Return a file's bytes, read whole and held against their digest; refused where they are not there."""
    try:
        content = place_of(file.digest).read_bytes()
    except OSError:
        content = b""
    if sha256(content).hexdigest() != file.digest:
        raise NotThere(
            _("The file is not in the store. Tell your system administrator, who can take it from a backup.")
        )
    return content


def lock_bytes(digest: str) -> None:
    """Let whoever stores these bytes, and whoever cleans them away, stand in line."""
    database.lock("documents.bytes", int(digest[:15], 16))


def root() -> Path:
    return Path(settings.FILES)


def place_of(digest: str) -> Path:
    return root() / digest[:2] / digest


def write(place: Path, content: bytes) -> None:
    """Write bytes so that after a power cut they are there whole, or not at all."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, suffix=PART, delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, place)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    for folder in (place.parent, root()):
        sync(folder)


def sync(folder: Path) -> None:
    """Let a folder's own list of names reach the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def erase_strays() -> int:
    """Erase files that no row names, and what a killed process began to write; return how many."""
    erased = 0
    for place in left_over():
        if place.suffix != PART:
            # Asked first, so that only a stray is locked: the locks last to the end of the transaction.
            if database.value("documents_is_named", place.name):
                continue
            lock_bytes(place.name)
            if database.value("documents_is_named", place.name) or not is_old(place):
                continue
        place.unlink(missing_ok=True)
        erased += 1
    return erased


def left_over() -> Iterator[Path]:
    """Return the files of the store that are a day old."""
    return (place for place in sorted(root().glob("??/*")) if is_old(place))


def is_old(place: Path) -> bool:
    try:
        return place.stat().st_mtime < time.time() - YOUNG
    except FileNotFoundError:
        return False


def missing() -> int:
    """Count the rows whose file is not in the store, as after a backup without it."""
    return sum(not place_of(one.documents_digests).is_file() for one in database.rows("documents_digests"))
