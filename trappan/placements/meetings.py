"""Meetings to come at which the person is expected somewhere else: booked first, crossed afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.utils.timezone import localtime

from trappan.cases.models import Meeting
from trappan.plans.models import PlanPart
from trappan.schedules.clock import now
from trappan.schedules.letters import week_letters
from trappan.schedules.week import EVERY, MINUTES_A_DAY, Part, Week

KINDS = dict(PlanPart.Kind.choices)  # what a part of the week without a title of its own is called


@dataclass(frozen=True)
class Crossed:
    """A meeting to come, and where the person is expected at that time."""

    meeting: Meeting
    place: str


def to_come() -> QuerySet[Meeting]:
    """Return the meetings to come that nobody has booked knowing that the person is expected elsewhere."""
    found = Meeting.objects.filter(outcome="", elsewhere=False, starts_at__gt=now())
    return found.select_related("person", "colleague__colleague").order_by("starts_at", "pk")


def with_crossing(meetings: QuerySet[Meeting]) -> QuerySet[Any]:
    """Add to meetings the place that crosses them (`crossing`): NULL where none does."""
    return meetings.annotate(crossing=RawSQL("placements_crosses(cases_meeting)", [], output_field=TextField()))


def crossed(meetings: QuerySet[Meeting]) -> list[Crossed]:
    """Keep the meetings that something agreed on later has crossed, as far as the actor sees where the person is."""
    return [Crossed(one, place_of(one)) for one in with_crossing(meetings).filter(crossing__isnull=False)]


def place_of(meeting: Meeting) -> str:
    """Return in words what crosses a meeting; a part of the plan's week may have no title of its own."""
    place: str = getattr(meeting, "crossing", None) or ""
    return str(KINDS.get(place, place))


def within(person_id: int, week: Week, starts_on: date, ends_on: date | None) -> list[Crossed]:
    """Return the meetings to come that times which are only proposed will cross once they are accepted."""
    found = to_come().filter(person_id=person_id, starts_at__date__gte=starts_on)
    if ends_on is not None:
        found = found.filter(starts_at__date__lt=ends_on)
    letters = week_letters(localtime(one.starts_at).date() for one in found)
    taken = [(one, stretch(one, letters)) for one in found]
    return [Crossed(one, "") for one, its in taken if any(part.meets(its) for part in week.parts)]


def stretch(meeting: Meeting, letters: Mapping[date, str]) -> Part:
    """Return what a meeting takes of its week; where nobody says whether that is A or B it may be either."""
    starts_at = localtime(meeting.starts_at)
    start = starts_at.weekday() * MINUTES_A_DAY + starts_at.hour * 60 + starts_at.minute
    length = (meeting.ends_at - meeting.starts_at) // timedelta(minutes=1)
    return Part(start, start + length, letters.get(starts_at.date(), EVERY))
