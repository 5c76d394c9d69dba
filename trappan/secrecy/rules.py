"""Every rule of every room, the lower rooms' first."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps

from trappan.database.rules import Rule, read_rules


def every_rule() -> Iterator[Rule]:
    """Read what stands in the rooms' `sql/` and `secrecy.py` today."""
    for room in reversed(list(apps.get_app_configs())):
        if not room.name.startswith("trappan."):
            continue
        for file in sorted(Path(room.path, "sql").glob("*.sql")):
            yield from read_rules(file)
        if find_spec(f"{room.name}.secrecy"):
            said = import_module(f"{room.name}.secrecy")
            yield from getattr(said, "RULES", [])
            for table in said.TABLES:
                yield from table.rules()
