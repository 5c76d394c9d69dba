"""When a person is planned to be in an activity, beside when placed: what the plan holds that no placement does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from trappan import database
from trappan.placements.models import Placement
from trappan.schedules.week import EVERY, A, B, Part, Week, week_of

# The activity of the plan in force, or of the draft where there is none, and every placement that is agreed or
# proposed and not over. Written out, since a start page asks it for everybody.
TIMES = """
SELECT t.person_id, 'planned' AS kind, NULL::bigint AS placement, t.starts_at, t.ends_at, t.weeks, t.minutes,
  pl.decided_at IS NOT NULL AS decided
FROM plans_plan pl JOIN cases_case c ON c.id = pl.case_id AND c.closed_on IS NULL
JOIN plans_planpart t ON t.plan_id = pl.id AND t.taken_out_at IS NULL AND t.kind = 'activity'
WHERE pl.person_id = ANY (%(people)s) AND pl.replaced_at IS NULL AND pl.ended_at IS NULL
  AND (pl.decided_at IS NOT NULL OR NOT EXISTS (SELECT FROM plans_plan o WHERE o.case_id = pl.case_id
    AND o.decided_at IS NOT NULL AND o.replaced_at IS NULL AND o.ended_at IS NULL))
UNION ALL
SELECT p.person_id, CASE WHEN p.agreed THEN 'placed' ELSE 'proposed' END, p.id, s.starts_at, s.ends_at, s.weeks,
  s.ends_at - s.starts_at, true
FROM placements_placement p JOIN activities_seatuse s ON s.seat = p.seat AND NOT s.once
WHERE p.person_id = ANY (%(people)s) AND (p.ends_on IS NULL OR p.ends_on > %(today)s)
  AND p.refused_at IS NULL AND p.withdrawn_at IS NULL
  AND (s.ends_on IS NULL OR s.ends_on > GREATEST(%(today)s, s.starts_on))
ORDER BY 4
"""


@dataclass
class Times:
    """A person's activity as planned and as placed; `loose` minutes a week are planned at no certain time.

    `decided` is whether the plan is in force; `placements` those that are agreed, `proposed` what a site has not
    answered.
    """

    planned: list[Part] = field(default_factory=list)
    placed: list[Part] = field(default_factory=list)
    proposed: list[Part] = field(default_factory=list)
    loose: int = 0
    decided: bool = False
    placements: list[int] = field(default_factory=list)

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
    """Return planned and placed times by person, in one question; whoever has neither is left out."""
    found: dict[int, Times] = {}
    for person, kind, placement, start, end, weeks, minutes, decided in database.query(
        TIMES, {"people": list(person_ids), "today": today}
    ):
        times = found.setdefault(person, Times())
        if kind == "planned":
            times.decided = decided
            if start is None:
                times.loose += minutes
            else:
                times.planned.append(Part(start, end, weeks))
            continue
        (times.placed if kind == "placed" else times.proposed).append(Part(start, end, weeks))
        if kind == "placed" and placement not in times.placements:
            times.placements.append(placement)
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


def week_to_place(person_id: int, today: date, *, leaving: Placement | None = None) -> Week | None:
    """Return the planned times that no placement or proposal meets; None where there are none.

    The times of a placement that is being left are planned anew.
    """
    times = times_of([person_id], today).get(person_id, Times())
    planned = times.planned
    if leaving is None:
        planned = [part for part in planned if not any(part.meets(one) for one in (*times.placed, *times.proposed))]
    return week_of(planned) if planned else None
