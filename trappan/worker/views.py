"""Whether the installation is up: asked by machines, answered in numbers."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from trappan import __version__, database


@login_not_required
def health(_request: HttpRequest) -> JsonResponse:
    """Say whether we are up: 200 with version, database and worker, 503 without the database alone.

    A worker that rests empties no pool of web servers: what it is to do waits for it.
    """
    try:
        state = database.row("worker_state")._asdict()
    except DatabaseError:
        return JsonResponse({"version": __version__, "database": "down"}, status=503)
    return JsonResponse({"version": __version__, "database": "up", **state})
