"""The distance to the labour market: it is the step that staff last assessed, and no scale of its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.utils.dateparse import parse_date

# Asked beside a case, by the function that a plan's paper is kept by too.
OF_CASE = RawSQL("plans_distance(cases_case.person_id)", [], JSONField())


@dataclass(frozen=True)
class Distance:
    """A step of the main frame, how many there are, since which day somebody stands on it, and what that rests on."""

    number: int
    count: int
    name: str
    since: date | None
    reason: str


def read_distance(kept: dict[str, Any] | None) -> Distance | None:
    """Read what the database says of it; None where no step is set."""
    if not kept:
        return None
    return Distance(kept["number"], kept["of"], kept["name"], parse_date(kept["on"]), kept["reason"])
