"""Which edition of what is saved a writer had before them: the second who saves is told, and loses nothing."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Manager, Model

from trappan.refusals import READS_ONLY, Overtaken, Refused


def edition_of(saved: Mapping[str, Any]) -> str:
    """Name what is saved, as a page shows it: another name with any other value, none where nothing is written."""
    if not any(saved.values()):
        return ""
    return sha256(json.dumps(saved, sort_keys=True, default=str).encode()).hexdigest()[:16]


def saved_in(row: Model | None, names: Iterable[str]) -> dict[str, Any]:
    """Return what a row holds in these columns; nothing where there is no row yet."""
    return {name: held(getattr(row, name)) for name in names} if row is not None else {}


def held(value: Any) -> Any:
    """Return what a column holds: the rows, in order, where it names several."""
    return list(value.order_by("pk")) if isinstance(value, Manager) else value


def lock_edition(row: Model, names: Iterable[str], edition: str) -> None:
    """Lock a row for its writer; refused where it is not, in these columns, what the writer had before them."""
    found = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    refuse_overtaken(saved_in(found, names), edition)


def refuse_overtaken(saved: Mapping[str, Any], edition: str) -> None:
    """Refuse where what is saved is not what the writer had before them."""
    if edition_of(saved) != edition:
        raise Overtaken
