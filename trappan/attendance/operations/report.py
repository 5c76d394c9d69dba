"""Tell how it goes and what went wrong; say that it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Incident, Report
from trappan.attendance.operations.refusals import NO
from trappan.attendance.reports import goals_to_close, is_ending
from trappan.cases.operations import empty_draft
from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.plans.models import Goal
from trappan.plans.operations import close_goal
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope


@dataclass(frozen=True)
class Closing:
    """How one goal went when somebody left: the rating, and a word about it."""

    goal: Goal
    rating: str
    word: str


@transaction.atomic
def report(
    *,
    placement: Placement,
    today: date,
    going: str,
    text: str,
    wants_talk: bool = False,
    closes: Sequence[Closing] = (),
) -> Report:
    """Tell, as the site, how it goes; the consultant gets it and says that it is read.

    From the last day on it is the end report, which closes the site's open goals with how each went. Refused
    where one is left open, or one is closed that is not among them.
    """
    to_close = {goal.pk for goal in goals_to_close(placement, today)} if is_ending(placement, today) else set()
    if {one.goal.pk for one in closes} != to_close:
        raise Refused(_("Say how each open goal went: it ends with the placement. Load the page again."))
    for one in closes:
        close_goal(goal=one.goal, today=today, staff_rating=one.rating, evidence=one.word)
    with refusing(NO):
        made = Report.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            day=today,
            going=going,
            text=text.strip(),
            wants_talk=wants_talk,
        )
    empty_draft(page="report", key=placement.pk)
    record(
        "attendance.report",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
    )
    return made


@transaction.atomic
def record_incident(*, placement: Placement, day: date, today: date, kind: str, text: str, done: str) -> Incident:
    """Record, as the site, that something went wrong on a day, and what was done about it."""
    within = _("Choose a day within the placement, no later than today.")
    last = min(today, placement.last_on or today)
    refuse_outside(day, "day", first=placement.starts_on, early=within, last=last, late=within)
    with refusing(NO):
        made = Incident.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            day=day,
            kind=kind,
            text=text.strip(),
            done=done.strip(),
        )
    empty_draft(page="incident", key=placement.pk)
    record(
        "attendance.record_incident",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        kind_of=kind,
        day=day,
    )
    return made


@transaction.atomic
def read_reports(*, person_id: int, reports: Iterable[int], incidents: Iterable[int]) -> None:
    """Say, as the consultant, that these that the sites have told of a person are read."""
    about = {"person_id": person_id, "read_at": None}
    Report.objects.filter(pk__in=list(reports), **about).update(read_at=now())
    Incident.objects.filter(pk__in=list(incidents), **about).update(read_at=now())
    record("attendance.read_reports", person_id, scope=Scope.PLAN)
