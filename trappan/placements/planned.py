"""When a person is planned to be in an activity, beside when placed: what the plan holds that no placement does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from trappan import database
from trappan.schedules.week import EVERY, A, B, Part, Week, week_of

# The activity of the plan in force, or of the draft where there is none, and every placement that is agreed or
# proposed and not over. Written out, since a start page asks it for everybody.
TIMES = """
SELECT t.person_id, NULL::bigint AS placement, NULL::bigint AS activity, t.starts_at, t.ends_at, t.weeks, t.minutes,
  pl.decided_at IS NOT NULL AS agreed
FROM plans_plan pl JOIN cases_case c ON c.id = pl.case_id AND c.closed_on IS NULL
JOIN plans_planpart t ON t.plan_id = pl.id AND t.taken_out_at IS NULL AND t.kind = 'activity'
WHERE pl.person_id = ANY (%(people)s) AND pl.replaced_at IS NULL AND pl.ended_at IS NULL
  AND (pl.decided_at IS NOT NULL OR NOT EXISTS (SELECT FROM plans_plan o WHERE o.case_id = pl.case_id
    AND o.decided_at IS NOT NULL AND o.replaced_at IS NULL AND o.ended_at IS NULL))
UNION ALL
SELECT p.person_id, p.id, p.activity_id, s.starts_at, s.ends_at, s.weeks, s.ends_at - s.starts_at, p.agreed
FROM placements_placement p JOIN activities_seatuse s ON s.seat = p.seat AND NOT s.once
WHERE p.person_id = ANY (%(people)s) AND (p.ends_on IS NULL OR p.ends_on > %(today)s)
  AND p.refused_at IS NULL AND p.withdrawn_at IS NULL
  AND (s.ends_on IS NULL OR s.ends_on > GREATEST(%(today)s, s.starts_on))
ORDER BY 4
"""


@dataclass(frozen=True)
class Held:
    """A part of the week that a placement takes; `agreed` says that the site has accepted it."""

    placement: int
    activity: int
    part: Part
    agreed: bool = True


@dataclass
class Times:
    """A person's activity as planned and as placed; `loose` minutes a week are planned at no certain time.

    `decided` is whether the plan is in force.
    """

    planned: list[Part] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    loose: int = 0
    decided: bool = False

    @property
    def placed(self) -> list[Part]:
        """Return the times that a site has accepted."""
        return [one.part for one in self.held if one.agreed]

    @property
    def placements(self) -> set[int]:
        return {one.placement for one in self.held if one.agreed}

    @property
    def activities(self) -> set[int]:
        """Return the activities where the person is, or is proposed."""
        return {one.activity for one in self.held}

    def to_place(self, leaving: int | None = None) -> Week | None:
        """Return the planned times that no placement or proposal meets, but one that is left; None without any."""
        held = [one.part for one in self.held if one.placement != leaving]
        free = [part for part in self.planned if not any(part.meets(one) for one in held)]
        return week_of(free) if free else None

    @property
    def only_planned(self) -> list[Part]:
        """Return the planned times at which the person is not placed."""
        return uncovered(self.planned, self.placed)

    @property
    def only_placed(self) -> list[Part]:
        """Return the times at which the person is placed and nothing is planned, beyond the loose minutes."""
        found = uncovered(self.placed, self.planned)
        return found if sum(part.minutes_a_week for part in found) > self.loose else []

    @property
    def is_differing(self) -> bool:
        """Tell whether a plan in force and the placements say different times, where there are both."""
        return self.decided and bool(self.placed) and bool(self.only_planned or self.only_placed)


def times_of(person_ids: Sequence[int], today: date) -> dict[int, Times]:
    """Return planned and held times by person, in one question; whoever has neither is left out."""
    found: dict[int, Times] = {}
    for row in database.query(TIMES, {"people": list(person_ids), "today": today}):
        times = found.setdefault(row.person_id, Times())
        if row.placement is not None:
            part = Part(row.starts_at, row.ends_at, row.weeks)
            times.held.append(Held(row.placement, row.activity, part, row.agreed))
            continue
        times.decided = row.agreed
        if row.starts_at is None:
            times.loose += row.minutes
        else:
            times.planned.append(Part(row.starts_at, row.ends_at, row.weeks))
    return found


def uncovered(parts: Iterable[Part], by: Iterable[Part]) -> list[Part]:
    """Return the parts of which some minute, in some week, is in none of the others."""
    others = sorted(by)
    return [
        part
        for part in parts
        if any(not is_covered(part, others, letter) for letter in ((A, B) if part.weeks == EVERY else (part.weeks,)))
    ]


def is_covered(part: Part, ordered: Iterable[Part], letter: str) -> bool:
    """Tell whether every minute of a part lies in others of that week; the others by their beginning."""
    at = part.start
    for one in ordered:
        if one.weeks in (EVERY, letter) and one.start <= at < one.end:
            at = one.end
    return at >= part.end


def times_of_one(person_id: int, today: date) -> Times:
    """Return one person's planned and held times."""
    return times_of([person_id], today).get(person_id, Times())


def usual_start(today: date) -> date:
    """Return the first day that is proposed where nobody has asked for another: the Monday to come."""
    return today + timedelta(days=7 - today.weekday())
