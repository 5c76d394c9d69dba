"""When a site's report of somebody is due, and which are missing: derived, never stored."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Func, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from trappan import database
from trappan.attendance.models import Incident, Report
from trappan.placements.models import Placement
from trappan.plans.models import Goal
from trappan.rules.codes import labels
from trappan.schedules.periods import day_before


class ReportInterval(Func):
    """The days between two reports, by the rules of today."""

    template = "(SELECT rule('report_interval_days', today())::int)"
    output_field = IntegerField()


class HandOverDays(Func):
    """The days that a site reads and writes on after somebody has left, by the rules of today."""

    template = "(SELECT rule('hand_over_days', today())::int)"
    output_field = IntegerField()


def with_last_report(placements: QuerySet[Placement]) -> QuerySet[Placement]:
    """Add to each placement the day of its latest report and the rules' days."""
    latest = (
        Report.objects.filter(placement=OuterRef("pk"))
        .order_by()
        .values("placement")
        .annotate(day=Max("day"))
        .values("day")
    )
    return placements.annotate(last_report=Subquery(latest), interval=ReportInterval(), hand_over=HandOverDays())


def has_left(placement: Placement, today: date) -> bool:
    """Tell whether somebody has been there and has left; one that never began is not over."""
    return placement.ends_on is not None and placement.starts_on < placement.ends_on <= today


def is_ending(placement: Placement, today: date) -> bool:
    """Tell whether a report of today is the end report: from the last day on."""
    return has_left(placement, today + timedelta(days=1))


def goals_to_close(placement: Placement, today: date) -> list[Goal]:
    """Return the site's open goals that the end report closes; none where the person goes on there otherwise."""
    about = {"person_id": placement.person_id, "unit_id": placement.unit_id}
    goes_on = Placement.objects.lasting(today + timedelta(days=1)).filter(**about, agreed=True).exclude(pk=placement.pk)
    return [] if goes_on.exists() else list(Goal.objects.open().filter(**about))


def due_on(placement: Any, today: date) -> date | None:
    """Return the day from which a report is due, counted from the one before or from the start.

    When it is over the end report is due the day after the last day, until the hand-over days have passed. None
    for what is neither. `placement` is one of `with_last_report`.
    """
    if placement.agreed and has_left(placement, today):
        last_day: date = day_before(placement.ends_on)
        written = placement.last_report is not None and placement.last_report >= last_day
        passed = today >= placement.ends_on + timedelta(days=placement.hand_over)
        return None if written or passed else placement.ends_on
    if not placement.agreed or not placement.covers(today):
        return None
    since: date = max(filter(None, (placement.last_report, placement.starts_on)))
    return since + timedelta(days=placement.interval)


def is_missing(placement: Any, today: date) -> bool:
    """Tell whether a report is due and not there."""
    due = due_on(placement, today)
    return due is not None and due < today


def incidents(unit_id: int, since: date) -> list[tuple[str, int]]:
    """Return how many incidents of each kind a site has had since a day, everybody's, in words."""
    words = dict(Incident.Kind.choices)
    return [(str(words[one.kind]), one.many) for one in database.rows("attendance_incidents", unit_id, since)]


LATELY = timedelta(days=28)  # what attendance_results counts, and the goals named beside it


ONWARDS = ("work", "studies", "next_place")  # ends that lead on, in the words of *placement_end*


def results() -> list[tuple[str, int]]:
    """Return what has come of it at the own site in four weeks, in words and numbers, the gladdest first.

    Goals that the site set and saw reached, steps (also back) that it proposed and that were
    accepted, and what came after the placements that ended: also of those whom the asker no longer
    sees, but for protected people and, under cooperation, those without consent (R-020). As told
    when it ended; whether a work lasted a month is followed up elsewhere.
    """
    found: dict[str, int] = dict(database.rows("attendance_results"))
    ends = {code: label for (_table, code), label in labels("placement_end").items()}
    words = {"goal": _("Goals reached"), "step": _("Steps that you proposed")}
    words |= {code: ends[code] for code in ONWARDS if code in ends}
    words["ended"] = _("Ended for another reason")
    return [(words[what], found[what]) for what in words if what in found]
