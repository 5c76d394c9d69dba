"""Everything the person page draws, gathered in a constant number of questions."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_date
from django.utils.timezone import localtime

from trappan.activities.models import SeatUse
from trappan.attendance.models import Attendance, AttendedTime
from trappan.cases.models import Case
from trappan.desk.history_feed import Told, told
from trappan.desk.models import CaseState
from trappan.desk.tabs import Known, own_referral
from trappan.history.models import Event
from trappan.outcomes.models import Exit
from trappan.people.models import Grant, Numbers, Person, written
from trappan.placements.models import Placement, Session
from trappan.plans.models import Goal, LadderStep, Observation, Plan, StepMove
from trappan.rules.codes import labels
from trappan.schedules.week import Part, Week
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import SITE_STAFF
from trappan.secrecy.tables import OPENED, PASSING
from trappan.ui.staircase import Move, Stair, Step, staircase
from trappan.ui.templatetags.ui import month, month_year


@dataclass
class Standing:
    """The staircase of a person, the words for every move, and the signs of the next step."""

    stair: Stair
    moves: list[dict[str, Any]]
    since: date | None
    next_signs: list[str]
    is_example: bool


@dataclass
class Placed:
    """A placement with its week and the days of this week."""

    placement: Placement
    week: Week
    days: list[dict[str, Any]]


@dataclass
class File:
    """What the page shows; what the reader may not see is simply not there."""

    person: Person
    known: Known
    number: str
    only_reads: bool
    opened: bool
    reads_until: date | None
    case: Case | None
    stage: str
    stall: str
    stalled_since: date | None
    plan: Plan | None
    draft: Plan | None
    standing: Standing
    placed: list[Placed]
    earlier: list[Placed]
    feed: list[Told]
    seen: list[dict[str, Any]]
    exit: Exit | None


def open_file(person_id: int, actor: Actor) -> File:
    """Gather a person's page; 404 for somebody unseen as for nobody."""
    today = actor.today
    seen = (
        Observation.objects.filter(person=OuterRef("pk"))
        .order_by("-day", "-id")
        .values(
            json=JSONObject(
                text="text",
                day="day",
                given="author__colleague__given_name",
                family="author__colleague__family_name",
                goal="goal__title",
            )
        )
    )
    mine = Grant.objects.filter(person=OuterRef("pk"))
    person = get_object_or_404(
        Person.objects.select_related("contact").annotate(
            all_numbers=Numbers("pk"),
            seen=ArraySubquery(seen[:4]),
            writes=Exists(mine.exclude(basis__in=PASSING)),
            opened=Exists(mine.filter(basis__in=OPENED)),
            reads_until=Subquery(mine.order_by("-ends_at").values("ends_at")[:1]),
        ),
        pk=person_id,
    )
    now_at = CaseState.objects.filter(case=OuterRef("pk")).values(
        json=JSONObject(stage="stage", stall="stall", stalled_since="stalled_since")
    )
    case = (
        Case.objects.filter(person=person)
        .annotate(now=Subquery(now_at[:1]))
        .select_related("responsible__colleague", "social_worker__colleague", "unit", "mapping")
        .order_by("-opened_on", "-id")
        .first()
    )
    plans = list(plans_with_goals(case)) if case else []
    for plan in plans:
        for goal in plan.goal_list:
            goal["due_on"] = parse_date(goal["due_on"])
    placed = placements(person_id, today)
    events = Event.objects.filter(person=person, kind="write").select_related("actor__colleague", "unit")
    # The annotations above; grants are seen only where they are the reader's and in force.
    numbers: list[str] = getattr(person, "all_numbers", None) or []
    writes, until = getattr(person, "writes", True), getattr(person, "reads_until", None)
    state: dict[str, Any] = getattr(case, "now", None) or {}
    known = Known(
        person=person.pk,
        case=case.pk if case else None,
        case_number=case.number if case else "",
        is_open=case is not None and case.closed_on is None,
        only_reads=not writes,
        opened=not writes and getattr(person, "opened", False),
        referral=own_referral(actor, person_id),
        placement=next((one.placement.pk for one in placed if actor.role in SITE_STAFF and one.placement.agreed), None),
    )
    return File(
        person=person,
        known=known,
        number=written(numbers[0]) if numbers else "",
        only_reads=not writes,
        opened=not writes and getattr(person, "opened", False),
        reads_until=localtime(until).date() if until and not writes else None,
        case=case,
        stage=state.get("stage", "closed") if case else "no_case",
        stall=labels("stall").get(("stall", state["stall"]), "") if state.get("stall") else "",
        stalled_since=parse_date(state.get("stalled_since") or ""),
        plan=next((plan for plan in plans if plan.decided_at), None),
        draft=next((plan for plan in plans if not plan.decided_at), None),
        standing=standing(person_id),
        placed=[one for one in placed if going_on(one.placement, today)],
        earlier=[one for one in placed if not going_on(one.placement, today)],
        feed=told(events.order_by("-at", "-id")[:40]),
        exit=Exit.objects.filter(case=case, reopened_on=None).first() if case and case.closed_on else None,
        seen=[{**one, "day": parse_date(one["day"])} for one in getattr(person, "seen", [])],
    )


def going_on(placement: Placement, today: date) -> bool:
    """Tell whether a placement waits for an answer, is to begin or goes on: not what has ended or was refused."""
    open_still = placement.ends_on is None or placement.ends_on > today
    return open_still and placement.state in ("waits", "agreed")


def plans_with_goals(case: Case) -> Any:
    """Return the plans of a case, newest first, each with its goals."""
    goals = Goal.objects.filter(plan=OuterRef("pk")).order_by("due_on", "id")
    shape = JSONObject(id="id", title="title", due_on="due_on", reached_on="reached_on")
    return Plan.objects.open().filter(case=case).annotate(goal_list=ArraySubquery(goals.values(json=shape)))


def standing(person_id: int) -> Standing:
    """Return where a person stands on the main frame: its steps with their arrivals, in one question.

    A step of another frame counts as the step it is mapped to; what was corrected is told apart.
    """
    moves = StepMove.objects.filter(
        Q(step=OuterRef("pk")) | Q(step__maps_to=OuterRef("pk")), person_id=person_id
    ).order_by("day", "id")
    shape = JSONObject(
        day="day",
        rated_by="rated_by",
        evidence="evidence__text",
        id="id",
        corrected="corrected",
        frame="step__ladder__name",
        on_main="step__ladder__is_main",
        given="author__colleague__given_name",
        family="author__colleague__family_name",
    )
    rows = list(
        LadderStep.objects.filter(ladder__is_main=True)
        .annotate(arrivals=ArraySubquery(moves.values(json=shape)))
        .select_related("ladder")
        .order_by("number")
    )
    arrivals = sorted(
        ({**arrival, "step": row} for row in rows for arrival in row.arrivals),
        key=lambda arrival: (arrival["day"], arrival["id"]),
    )
    wrong = [one for one in arrivals if one["corrected"]]
    right = [one for one in arrivals if not one["corrected"]]
    assessed = [one for one in right if one["rated_by"] == "staff"]
    own = [one for one in right if one["rated_by"] == "participant"]
    following = [*assessed[1:], None] if assessed else []
    words = [_between(one, after) for one, after in zip(assessed, following, strict=True)]
    stair = staircase(
        [Step(row.number, row.name) for row in rows],
        [Move(one["step"].number, word) for one, word in zip(assessed, words, strict=True)],
        own[-1]["step"].number if own else None,
    )
    signs: list[str] = next((row.signs for row in rows if stair.next and row.number == stair.next.number), [])
    before = [None, *assessed[:-1]] if assessed else []
    listed = [_listed(one, earlier) for one, earlier in zip(assessed, before, strict=True)]
    listed += [_listed(one, None) for one in (*own, *wrong)]
    listed.sort(key=lambda move: (move["day"], move["pk"]), reverse=True)
    since = parse_date(assessed[-1]["day"]) if assessed else None
    return Standing(stair, listed, since, signs, bool(rows) and rows[0].ladder.is_example)


def _listed(one: dict[str, Any], earlier: dict[str, Any] | None) -> dict[str, Any]:
    """Put one move into what the list in words shows."""
    return {
        "pk": one["id"],
        "day": parse_date(one["day"]),
        "step": one["step"],
        "evidence": one["evidence"] or "",
        "by": f"{one['given'] or ''} {one['family'] or ''}".strip(),
        "back": earlier is not None and earlier["step"].number > one["step"].number,
        "first": earlier is None,
        "own": one["rated_by"] == "participant",
        "corrected": one["corrected"],
        "frame": "" if one["on_main"] else one["frame"],
    }


def _between(one: dict[str, Any], after: dict[str, Any] | None) -> str:
    start = parse_date(one["day"])
    if after is None:
        return f"{month_year(start)}–"
    end = parse_date(after["day"])
    same = start is not None and end is not None and start.year == end.year
    return f"{month(start) if same else month_year(start)}–{month_year(end)}"


def placements(person_id: int, today: date) -> list[Placed]:
    """Return placements, the current ones first, with their week and this week's marks."""
    monday = today - timedelta(days=today.weekday())
    seats = SeatUse.objects.lasting(today).filter(seat=OuterRef("seat"), once=False).order_by("starts_at")
    rows = (
        Placement.objects.filter(person_id=person_id)
        .select_related("activity", "unit", "answered_by__colleague")
        .annotate(seats=ArraySubquery(seats.values(json=JSONObject(start="starts_at", end="ends_at", weeks="weeks"))))
    )
    listed = list(rows.filter(Q(ends_on=None) | Q(ends_on__gte=today - timedelta(days=1100)))[:20])
    now = [row for row in listed if row.ends_on is None or row.ends_on > today]
    mark = AttendedTime.objects.filter(placement=OuterRef("placement"), day=OuterRef("day"))
    sessions = {
        (one.placement_id, one.day): one
        for one in Session.objects.filter(
            placement__in=now, day__gte=monday, day__lt=monday + timedelta(days=7)
        ).annotate(mark=Subquery(mark.values("mark")[:1]))
    }
    words = dict(Attendance.Mark.choices)
    found = []
    for row in listed:
        parts = {Part(seat["start"], seat["end"], seat["weeks"]) for seat in row.seats}
        days = []
        for at in range(7):
            day = monday + timedelta(days=at)
            session = sessions.get((row.pk, day))
            if at < 5 or session:
                said = words.get(getattr(session, "mark", None) or "", "")
                days.append({"day": day, "session": session, "mark": said, "today": day == today})
        found.append(Placed(row, Week(tuple(sorted(parts))), days))
    return found
