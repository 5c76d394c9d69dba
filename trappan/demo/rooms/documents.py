"""The town's files: bytes in the store, and what is known of them."""

from datetime import date
from hashlib import sha256
from uuid import UUID, uuid5

from trappan.demo.clock import moment
from trappan.documents.kinds import kind_of
from trappan.documents.models import File
from trappan.documents.store import place_of, write

TOWN = UUID("9f0c5d1e-7d3a-4c53-8a3c-0b8f3f6f2d11")  # any, the same at every seed


def stored(content: bytes, day: date, shown_by: str = "") -> UUID:
    """Put bytes into the store on a day, and return the key of their row; what somebody shows is kept for all."""
    digest = sha256(content).hexdigest()
    write(place_of(digest), content)
    facts = {
        "kind": kind_of(content),
        "size": len(content),
        "digest": digest,
        "at": moment(day, 10),
        "for_all": bool(shown_by),
    }
    return File.objects.update_or_create(id=uuid5(TOWN, digest + shown_by), defaults=facts)[0].pk
