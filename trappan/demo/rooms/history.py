"""What happened, as the town's colleagues would have left it behind."""

import json
from datetime import date
from typing import Any

from trappan.demo.clock import moment
from trappan.demo.town import Human, Town


def event(
    town: Town,
    human: Human,
    day: date,
    verb: str,
    scope: str,
    actor: int,
    actor_unit: int | None = None,
    *,
    unit: int | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Record that a colleague did something for somebody on a day."""
    town.rows.add(
        "history_event",
        at=moment(day, 10),
        actor_id=actor,
        actor_unit_id=actor_unit or town.unit_of[actor],
        kind="write",
        verb=verb,
        person_id=human.id,
        scope=scope,
        unit_id=unit,
        details=json.dumps(details or {}),
    )


def look(
    town: Town, day: date, at: tuple[int, int], actor: int, verb: str, person: int | None = None, **details: Any
) -> None:
    """Record that a colleague read about somebody, or, with the address that was tried, met a closed door."""
    town.rows.add(
        "history_event",
        at=moment(day, *at),
        actor_id=actor,
        actor_unit_id=town.unit_of[actor],
        kind="refused" if details else "read",
        verb=verb,
        person_id=person,
        scope="log" if details else "identity",
        unit_id=None,
        details=json.dumps(details),
    )
