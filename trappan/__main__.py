"""The command `trappan`: chooses database role, starts the embedded server, hands over to Django.

Errors are one sentence on stderr; exit status 2 for bad input, 1 for a failure.
"""

import os
import signal
import sys
from contextlib import ExitStack

from trappan import postgres
from trappan.environment import NAMES

# Commands that change tables or look past secrecy sign in as the owner, the worker as itself; all others as web.
OWNER = {
    "migrate",
    "makemigrations",
    "demo",
    "import",
    "sees",
    "db-url",
    "sqlmigrate",
    "dbshell",
    "shell",
    "password",
    "identity",
    "clean",
    "concepts",
}

# What the worker does, by hand.
WORKER = {"worker", "figures", "forecast", "allocate"}


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trappan.settings")
    if command in OWNER:
        os.environ["TRAPPAN_DATABASE_ROLE"] = "owner"
    # A file of published figures is read by anybody; only what is frozen is the worker's.
    if command in WORKER or (command == "published" and "--rebuild" in sys.argv):
        os.environ["TRAPPAN_DATABASE_ROLE"] = "nightly"
    if command == "serve":
        os.environ["TRAPPAN_POOL"] = "1"
    signal.signal(signal.SIGTERM, leave)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as under nohup
        signal.signal(signal.SIGHUP, leave)
    with ExitStack() as stack:
        embedded = not any(os.environ.get(name) for name in NAMES.values())
        if embedded and command not in {"help", "messages", "fonts"}:
            try:
                stack.enter_context(postgres.running())
            except postgres.CannotStart as failure:
                sys.exit(f"trappan: {failure}")
        if command in {"import", "worker"}:
            os.nice(10)  # pages first; only now, since the embedded server must not inherit it
        from django.core.management import execute_from_command_line

        execute_from_command_line(["trappan", *sys.argv[1:]])


def leave(number: int, _frame: object) -> None:
    """Asked to end, leave in good order: what this process began is ended, and its server released."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
