"""At the developer's desk: how many questions a page asked the database, and how long they took."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def questions_counted(get_response: Handler) -> Handler:
    """Write at the foot of each page how many questions it asked; in DEBUG only (see settings)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        taken: list[float] = []

        def timed(execute: Callable[..., Any], *asked: Any) -> Any:
            began = time.perf_counter()
            try:
                return execute(*asked)
            finally:
                taken.append(time.perf_counter() - began)

        with connection.execute_wrapper(timed):
            response = get_response(request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            said = (
                f'<p class="foot-in small" data-questions="{len(taken)}">{len(taken)} · {sum(taken) * 1000:.0f} ms</p>'
            )
            response.content = response.content.replace(b"</body>", f"{said}</body>".encode(), 1)
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware
