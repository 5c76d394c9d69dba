"""Whether the installation is up: asked by machines, answered in numbers."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from trappan import __version__, database


@login_not_required
def health(_request: HttpRequest, beside: Mapping[str, Callable[[], Any]] = MappingProxyType({})) -> JsonResponse:
    """Say whether we are up: 200 with version, database and worker, 503 without the database alone.

    A worker that rests empties no pool of web servers: what it is to do waits for it. `beside` names what upper rooms
    tell of their own work, each by a function that answers in numbers.
    """
    try:
        state = database.row("worker_state")._asdict()
        state |= {name: tell() for name, tell in beside.items()}
    except DatabaseError:
        return JsonResponse({"version": __version__, "database": "down"}, status=503)
    return JsonResponse({"version": __version__, "database": "up", **state})
