"""The person's way in words: what was done, when and by whom, for those who may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from trappan.history.models import Event
from trappan.history.words_of_rooms import way_words


@dataclass(frozen=True)
class Told:
    """One line of the feed."""

    sentence: str
    at: datetime
    by: str
    kind: str


def told(events: Iterable[Event]) -> list[Told]:
    """Put events into words; saving the same thing again the same day is told once."""
    words = way_words()
    lines: list[Told] = []
    seen: set[tuple[Any, ...]] = set()
    for event in events:
        sentence = words.get(event.verb)
        key = (event.verb, localtime(event.at).date(), event.actor_id, event.details.get("step"))
        if sentence is None or (key in seen and event.verb != "plans.set_goal"):
            continue
        seen.add(key)
        by = event.actor.colleague.name if event.actor else ""
        kind = "step" if event.verb == "plans.move_step" else ""
        lines.append(Told(str(sentence) % event.details if "%" in str(sentence) else str(sentence), event.at, by, kind))
    return lines[:14]
