"""Every rule of every room, the lower rooms' first."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import AppConfig, apps

from trappan.database.rules import Rule, read_rules
from trappan.secrecy.tables import Open, Table, lasts, opened_by


def rooms() -> Iterator[AppConfig]:
    """Return the rooms from below."""
    return (room for room in reversed(list(apps.get_app_configs())) if room.name.startswith("trappan."))


def every_table() -> Iterator[Table | Open]:
    """Return what every room's `secrecy.py` says of its tables."""
    for room in rooms():
        if find_spec(f"{room.name}.secrecy"):
            yield from import_module(f"{room.name}.secrecy").TABLES


def every_rule() -> Iterator[Rule]:
    """Read what stands in the rooms' `sql/` today, and what follows from their `secrecy.py`."""
    yield opened_by()
    yield lasts()
    for room in rooms():
        for file in sorted(Path(room.path, "sql").glob("*.sql")):
            yield from read_rules(file)
        if find_spec(f"{room.name}.secrecy"):
            yield from getattr(import_module(f"{room.name}.secrecy"), "FUNCTIONS", ())
    for table in every_table():
        yield from table.rules()
