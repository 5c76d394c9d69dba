"""A service to send by, for tests: a real one on this machine, which notes what it is given and answers as told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Gateway(ThreadingHTTPServer):
    """A service to send by: `taken` are the keys it was given, `answer` says what it does with each, `says` with what.

    `asked` are the paths and what came there, in order, and `texts` the words.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taking)
        self.taken: list[str] = []
        self.texts: list[str] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.says: Callable[[str], str] = lambda _path: ""
        self.answer: Callable[[int], int] = lambda _number: 202

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/send"

    def handle_error(self, *_about: Any) -> None:
        """Say nothing of a sender that was killed while it waited."""


class Taking(BaseHTTPRequestHandler):
    """Takes one message."""

    server: Gateway

    def do_POST(self) -> None:  # the library's name
        came = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, came))
        self.server.texts.append(came.get("text", ""))
        self.server.taken.append(self.headers["Idempotency-Key"])
        status = self.server.answer(len(self.server.taken))
        if status == 0:
            self.close_connection = True
            return
        self.send_response(status)
        self.send_header("Location", self.server.url)
        said = self.server.says(self.path).encode()
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_about: Any) -> None:
        """Write no log."""


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Run a service while the block runs."""
    with Gateway() as service:
        running = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.02})
        running.start()
        try:
            yield service
        finally:
            service.shutdown()
            running.join()
