"""Write the week of a plan's draft: all of it at once, as it stands on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.plans.models import Plan, PlanPart
from trappan.plans.operations.plan import begin_new_edition, lock_draft
from trappan.plans.operations.refusals import NO
from trappan.refusals import Overtaken, Refused, refusing
from trappan.schedules.clock import now
from trappan.schedules.week import Part, Week, week_of
from trappan.secrecy.scopes import Scope


@dataclass(frozen=True)
class Planned:
    """Something of a plan's week, as it is written: at times, or so many minutes at no certain time."""

    kind: str
    title: str = ""
    held_by: str = ""
    week: Week | None = None
    minutes: int = 0

    @property
    def name(self) -> str:
        return self.title or str(PlanPart.Kind(self.kind).label)

    @property
    def rows(self) -> list[PlanPart]:
        """Return it as rows of the week, of no plan yet."""
        named = {"kind": self.kind, "title": self.title, "held_by": self.held_by}
        if self.week is None:
            return [PlanPart(**named, minutes=self.minutes)]
        return [
            PlanPart(**named, starts_at=part.start, ends_at=part.end, weeks=part.weeks, minutes=part.minutes_a_week)
            for part in self.week.parts
        ]


def planned_in(parts: Iterable[PlanPart]) -> list[Planned]:
    """Return the parts of a week as they are written: what is the same thing at several times is one."""
    found: dict[tuple[str, str, str], list[PlanPart]] = {}
    for part in parts:
        found.setdefault((part.kind, part.title, part.held_by), []).append(part)
    planned = []
    for named, rows in found.items():
        if timed := [part.stretch for part in rows if part.stretch is not None]:
            planned.append(Planned(*named, week=week_of(timed)))
        planned += [Planned(*named, minutes=part.minutes) for part in rows if part.stretch is None]
    return planned


def first_clash(planned: Sequence[Planned]) -> tuple[int, int, Part] | None:
    """Return two things that are at the same time, the later one first, and when; None where none are."""
    for later, one in enumerate(planned):
        for earlier, other in enumerate(planned[:later]):
            for part in one.week.parts if one.week else ():
                if other.week and any(part.meets(another) for another in other.week.parts):
                    return later, earlier, part
    return None


@transaction.atomic
def write_week(*, plan: Plan, planned: Sequence[Planned], edition: int) -> None:
    """Write the draft's week, all of it: what is no longer in it is taken out, what is new is added.

    Refused where two things are at the same time, somebody else has changed the draft meanwhile, or the plan
    is decided: then a new draft is written. The person agrees anew.
    """
    lock_draft(plan)
    if not Plan.objects.filter(pk=plan.pk, edition=edition).exists():
        raise Overtaken
    if clash := first_clash(planned):
        one, other = planned[clash[0]], planned[clash[1]]
        raise Refused(clash_in_words(one, other, clash[2]))
    standing = {content_of(part): part for part in PlanPart.objects.standing().filter(plan=plan)}
    wanted = {content_of(part): part for one in planned for part in one.rows}
    gone = [part.pk for content, part in standing.items() if content not in wanted]
    PlanPart.objects.standing().filter(pk__in=gone).update(taken_out_at=now())
    with refusing(NO):
        for content, part in wanted.items():
            if content not in standing:
                part.plan, part.person_id = plan, plan.person_id
                part.save()
    begin_new_edition(plan)
    record("plans.write_week", plan.person_id, scope=Scope.PLAN, plan=plan.pk)


def content_of(part: PlanPart) -> tuple[Any, ...]:
    """Return what makes a row of a week the same as another."""
    return part.kind, part.title, part.held_by, part.starts_at, part.ends_at, part.weeks, part.minutes


def clash_in_words(one: Planned, other: Planned, when: Part) -> str:
    """Say which two things are at the same time, and when."""
    words = {"one": one.name, "other": other.name, "when": when.in_words}
    return _("%(one)s overlaps %(other)s: %(when)s. Change day or time of one of them.") % words
