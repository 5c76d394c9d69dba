"""What events are called: each room says it beside its verbs, in its `words.py`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.functional import Promise


@cache
def way_words() -> dict[str, Promise]:
    """Return the words of the verbs that tell of a person's way, every room's."""
    return gathered("WAY")


@cache
def log_words() -> dict[str, Promise]:
    """Return the words of everything that the log tells of, every room's."""
    return {**way_words(), **gathered("LOG")}


def gathered(name: str) -> dict[str, Promise]:
    found: dict[str, Promise] = {}
    for room in apps.get_app_configs():
        if room.name.startswith("trappan.") and find_spec(f"{room.name}.words"):
            found |= getattr(import_module(f"{room.name}.words"), name, {})
    return found
