"""Where a person already is at a time of the week: other placements, and what others hold in the plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from trappan.activities.models import SeatUse
from trappan.placements.models import Placement
from trappan.plans.models import PlanPart
from trappan.schedules.week import Part, Week
from trappan.ui.templatetags.ui import clock, weekday


@dataclass(frozen=True)
class Overlap:
    """Something the person is at, and when in the week."""

    name: str
    part: Part

    @property
    def when(self) -> str:
        """Return the day and times in words."""
        return f"{weekday(self.part.weekday)} {clock(self.part.starts_at)}–{clock(self.part.ends_at)}"


def taken_times(
    person_id: int, starts_on: date, ends_on: date | None, *, leaving: Placement | None = None
) -> list[Overlap]:
    """Return what takes the person's time in a period, but for a placement that is being left.

    Placements agreed or proposed, wherever they are that the actor may see; and of the plan in force
    what has a certain time and is held by somebody else. A day at other times is not the ordinary week.
    """
    placements = (
        Placement.objects.lasting(starts_on)
        .filter(person_id=person_id)
        .exclude(pk=leaving.pk if leaving else 0)
        .select_related("unit", "activity")
    )
    if ends_on is not None:
        placements = placements.filter(starts_on__lt=ends_on)
    by_seat = {one.seat: one for one in placements}
    uses = SeatUse.objects.lasting(starts_on).filter(seat__in=list(by_seat), once=False).exclude(ends_on=F("starts_on"))
    if ends_on is not None:
        uses = uses.filter(starts_on__lt=ends_on)
    found = [Overlap(by_seat[use.seat].activity.name, use.part) for use in uses]
    parts = (
        PlanPart.objects.standing()
        .filter(
            person_id=person_id,
            starts_at__isnull=False,
            plan__decided_at__isnull=False,
            plan__replaced_at=None,
            plan__ended_at=None,
            plan__case__closed_on=None,
        )
        .exclude(kind=PlanPart.Kind.ACTIVITY)
    )
    for part in parts:
        if part.stretch is not None:
            held = f"{part.name} ({part.held_by})" if part.held_by else part.name
            found.append(Overlap(held, part.stretch))
    return sorted(found, key=lambda one: one.part)


def first_overlap(
    person_id: int, week: Week, starts_on: date, ends_on: date | None, *, leaving: Placement | None
) -> Overlap | None:
    """Return the first of the person's other times that meets the week; None where none does."""
    for taken in taken_times(person_id, starts_on, ends_on, leaving=leaving):
        if any(taken.part.meets(part) for part in week.parts):
            return taken
    return None
