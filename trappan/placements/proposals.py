"""Those proposed to the own site: what it may know of them before it answers."""

from dataclasses import dataclass
from datetime import date, datetime

from trappan import database
from trappan.schedules.week import Part, Week


@dataclass(frozen=True)
class Proposal:
    """Somebody proposed: first name, aim and schedule, and no more. `moves` says within the own site."""

    placement_id: int
    activity: str
    given_name: str
    aim: str
    starts_on: date
    ends_on: date | None
    week: Week
    proposed_at: datetime
    moves: bool


def proposals() -> list[Proposal]:
    """Return what waits for the own site's answer, soonest start first; the database says what is seen."""
    return [
        Proposal(
            placement_id=one.placement_id,
            activity=one.activity,
            given_name=one.given_name,
            aim=one.aim,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            proposed_at=one.proposed_at,
            moves=one.moves,
            week=Week(tuple(Part(*part) for part in zip(one.starts_at, one.ends_at, one.weeks, strict=True))),
        )
        for one in database.rows("placements_proposals")
    ]
