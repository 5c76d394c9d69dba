"""Those proposed to the own site: what it may know of them before it answers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

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
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM placements_proposals()")
        rows = cursor.fetchall()
    return [
        Proposal(
            placement_id=row[0],
            activity=row[1],
            given_name=row[2],
            aim=row[3],
            starts_on=row[4],
            ends_on=row[5],
            proposed_at=row[9],
            moves=row[10],
            week=Week(tuple(Part(*part) for part in zip(*row[6:9], strict=True))),
        )
        for row in rows
    ]
