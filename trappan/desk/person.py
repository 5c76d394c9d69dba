"""Everything the person page draws, gathered in a constant number of questions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.http import Http404
from django.utils.dateparse import parse_date
from django.utils.timezone import localtime
from django.utils.translation import get_language

from trappan.activities.models import SeatUse
from trappan.cases.models import Case, Meeting
from trappan.database.written import Written, given_day, given_number
from trappan.desk.case_rows import Line, with_fell
from trappan.desk.history_feed import Told, told
from trappan.desk.models import CaseState
from trappan.desk.tabs import Known, own_referral
from trappan.desk.week import WeekShown, sessions_asked, week_of
from trappan.desk.work.person import WORKERS, About, Todo, todos
from trappan.desk.work.requirement import with_requests
from trappan.desk.work.rows import left_behind, open_meetings
from trappan.desk.work.sus import with_sus
from trappan.history.models import Event
from trappan.messages.models import DeadAddress
from trappan.outcomes.follow_up_list import by_link
from trappan.outcomes.models import Exit
from trappan.people.models import Grant, Numbers, Person, written
from trappan.placements.models import Placement
from trappan.plans.models import LadderStep, Observation, Readiness, StepMove
from trappan.plans.signs import Ahead, Sign
from trappan.rules.codes import words_of
from trappan.schedules.week import Part, Week
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import SITE_STAFF
from trappan.secrecy.tables import OPENED, PASSING
from trappan.staff.models import Colleague, Membership
from trappan.ui.staircase import Move, Stair, Step, staircase
from trappan.ui.templatetags.ui import month, month_year


@dataclass
class Standing:
    """The staircase of a person, the words for every move, and the signs of the next step."""

    stair: Stair
    moves: list[dict[str, Any]]
    since: date | None
    ahead: Ahead | None
    is_example: bool
    reason: str


@dataclass
class Placed:
    """A placement with its ordinary week."""

    placement: Placement
    week: Week


@dataclass
class PlanShown:
    """What the page shows of a plan: its goals and the parts of its week as they came with the case."""

    goal: str
    review_on: Any
    weekly_minutes: int
    decided: bool
    goals: list[dict[str, Any]]
    parts: list[dict[str, Any]]


# Written out: putting these questions together took longer than answering them.
PLANS = """(
SELECT jsonb_agg(jsonb_build_object(
  'goal', p.goal, 'weekly_minutes', p.weekly_minutes, 'decided', p.decided_at IS NOT NULL,
  'review_on', COALESCE((SELECT f.next_on FROM plans_review f WHERE f.plan_id = p.id ORDER BY f.id DESC LIMIT 1),
    p.review_on),
  'goals', ARRAY(SELECT jsonb_build_object('id', g.id, 'title', g.title, 'due_on', g.due_on)
    FROM plans_goal g WHERE g.plan_id = p.id ORDER BY g.due_on, g.id),
  'parts', ARRAY(SELECT jsonb_build_object('kind', w.kind, 'title', w.title, 'starts_at', w.starts_at,
      'ends_at', w.ends_at, 'minutes', w.minutes,
      'now', w.weeks IN ('every', (SELECT d.letter FROM schedules_day d WHERE d.day = today())),
      'uncounted', (SELECT rule('uncounted_parts', today())) ? w.kind)
    FROM plans_planpart w WHERE w.plan_id = p.id AND w.taken_out_at IS NULL ORDER BY w.starts_at, w.id)
) ORDER BY p.id DESC)
FROM plans_plan p WHERE p.case_id = cases_case.id AND p.ended_at IS NULL AND p.replaced_at IS NULL)"""
STATE = """(
SELECT to_jsonb(s) || jsonb_build_object('stall_words', (SELECT jsonb_build_object('sv', c.label_sv, 'en', c.label_en)
  FROM rules_code c WHERE c."table" = 'stall' AND c.code = s.stall),
  'reviews', (SELECT jsonb_agg(jsonb_build_object('why', r.why, 'day', r.day) ORDER BY r.day DESC, r.why)
    FROM desk_reviews_asked(ARRAY[s.case_id]) r))
FROM desk_casestate s WHERE s.case_id = cases_case.id)"""
WISHES = """(
SELECT jsonb_agg(jsonb_build_object('sv', c.label_sv, 'en', c.label_en) ORDER BY c.label_sv)
FROM (SELECT DISTINCT ON (code) label_sv, label_en FROM rules_code
  WHERE "table" = 'branch' AND code = ANY (plans_mapping.branch_wish) AND valid_from <= today()
  ORDER BY code, valid_from DESC) c)"""
HELPERS = """(
SELECT jsonb_agg(jsonb_build_object('name', m.name, 'phone', m.phone, 'relation', m.relation, 'kind', m.kind)
  ORDER BY m.id)
FROM portal_mandate m WHERE m.person_id = people_person.id
  AND m.id IN (SELECT portal_live_mandates(people_person.id)))"""
DEAD = JSONObject(channel="channel", since="since")
READY = JSONObject(words="words", reason="reason", day="day")
MEETING = JSONObject(
    id="id",
    starts_at="starts_at",
    purpose="purpose",
    place="place",
    colleague="colleague_id",
    given="colleague__colleague__given_name",
    family="colleague__colleague__family_name",
    past="past",
    own="own",
)


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
    plan: PlanShown | None
    draft: PlanShown | None
    standing: Standing
    placed: list[Placed]
    week: WeekShown | None
    todos: list[Todo]
    has_work: bool
    next_meeting: Meeting | None
    feed: list[Told]
    seen: list[dict[str, Any]]
    exit: Exit | None
    ready: dict[str, Any] | None
    wishes: list[str]
    dead: dict[str, date]


def open_file(person_id: int, actor: Actor) -> File:
    """Gather a person's page; 404 for somebody unseen as for nobody."""
    today = actor.today
    person = next(iter(PERSON.ask(person=person_id)), None)
    if person is None:
        raise Http404
    case = case_of(person, actor)
    line = line_of(case)
    plans = plans_of(case)
    meetings = meetings_of(case)
    placed = placements(person_id, today)
    # The annotations above; grants are seen only where they are the reader's and in force.
    numbers: list[str] = getattr(person, "all_numbers", None) or []
    writes, until = getattr(person, "writes", True), getattr(person, "reads_until", None)
    state = line.state if line else None
    plan = next((plan for plan in plans if plan.decided), None)
    ended = (
        Exit.objects.filter(case=case, reopened_on=None).annotate(**by_link()).first()
        if case and case.closed_on
        else None
    )
    has_work = writes and actor.role in WORKERS
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
    about = About(person, case, line, ended, [one for one in meetings if one.own])
    return File(
        person=person,
        known=known,
        number=written(numbers[0]) if numbers else "",
        only_reads=not writes,
        opened=not writes and getattr(person, "opened", False),
        reads_until=localtime(until).date() if until and not writes else None,
        case=case,
        stage=(state.stage if state else "closed") if case else "no_case",
        stall=stall_words(case),
        stalled_since=state.stalled_since if state else None,
        plan=plan,
        draft=next((plan for plan in plans if not plan.decided), None),
        standing=standing(person_id, getattr(person, "signs_seen", [])),
        placed=placed,
        week=this_week(placed, plan, today),
        todos=todos(actor, about) if has_work else [],
        has_work=has_work,
        next_meeting=next((one for one in meetings if not one.past), None),
        feed=told(EVENTS.ask(person=person_id)),
        exit=ended,
        ready=ready_of(case),
        wishes=wishes(case),
        dead={
            one["channel"]: localtime(datetime.fromisoformat(one["since"])).date()
            for one in getattr(person, "dead", [])
        },
        seen=[{**one, "day": parse_date(one["day"])} for one in getattr(person, "seen", [])],
    )


def person_asked() -> QuerySet[Person]:
    """Ask for a person with what the page says of them beside their case."""
    observed = Observation.objects.filter(person=OuterRef("pk"))
    shape = JSONObject(
        text="text",
        sign="sign",
        day="day",
        given="author__colleague__given_name",
        family="author__colleague__family_name",
        goal="goal__title",
    )
    seen = observed.order_by("-day", "-id").values(json=shape)
    mine = Grant.objects.filter(person=OuterRef("pk"))
    return (
        Person.objects.select_related("contact")
        .annotate(
            all_numbers=Numbers("pk"),
            seen=ArraySubquery(seen[:4]),
            signs_seen=ArraySubquery(observed.exclude(sign="").order_by("day", "id").values(json=shape)[:100]),
            writes=Exists(mine.exclude(basis__in=PASSING)),
            opened=Exists(mine.filter(basis__in=OPENED)),
            dead=ArraySubquery(DeadAddress.objects.in_use().filter(person=OuterRef("pk")).values(json=DEAD)),
            reads_until=Subquery(mine.order_by("-ends_at").values("ends_at")[:1]),
            helpers=RawSQL(HELPERS, [], JSONField()),  # noqa: S611  # our own text, with no value in it
        )
        .filter(pk=given_number("person"))
    )


PERSON = Written(person_asked)
EVENTS = Written(
    lambda: (
        Event.objects.filter(person=given_number("person"), kind="write")
        .select_related("actor__colleague", "unit")
        .order_by("-at", "-id")[:40]
    )
)


def case_of(person: Person, actor: Actor) -> Case | None:
    """Return the person's newest case with its state, its plans and the meetings that wait for an outcome."""
    found: list[Case] = CASE.ask(person=person.pk, me=actor.membership_id, today=actor.today)
    return found[0] if found else None


def case_asked() -> QuerySet[Case]:
    """Ask for the newest case of a person."""
    judged = Readiness.objects.filter(person=OuterRef("person")).annotate(words=words_of("ready_for", "what"))
    cases = with_requests(
        with_sus(with_fell(Case.objects.filter(person=given_number("person"))))
    ).annotate(
        now=RawSQL(STATE, [], JSONField()),  # noqa: S611  # our own text, with no value in it
        plan_list=RawSQL(PLANS, [], JSONField()),  # noqa: S611  # our own text, with no value in it
        wish_list=RawSQL(WISHES, [], JSONField()),  # noqa: S611  # our own text, with no value in it
        ready=Subquery(judged.values(json=READY)[:1]),
        meeting_list=ArraySubquery(meetings_asked().filter(case=OuterRef("pk")).values(json=MEETING)[:50]),
    )
    beside = ("person", "responsible__colleague", "social_worker__colleague", "unit", "mapping")
    return cases.select_related(*beside).order_by("-opened_on", "-id")[:1]


CASE = Written(case_asked)


def meetings_asked() -> QuerySet[Meeting]:
    """Ask for meetings without outcome; `own` are those that the reader, `me`, is to tell of by `today`."""
    me, today = given_number("me"), given_day("today")
    own = Q(colleague=me, starts_at__date__lte=today) | left_behind(me, today)
    return open_meetings().annotate(own=ExpressionWrapper(own, output_field=BooleanField()))


def meetings_of(case: Case | None) -> list[Any]:
    """Return the meetings that came with a case, each with whether it is `past` and the actor's `own`."""
    found = []
    for one in getattr(case, "meeting_list", None) or []:
        colleague = Colleague(given_name=one["given"], family_name=one["family"])
        meeting: Any = Meeting(
            pk=one["id"],
            person=case.person if case else None,
            colleague=Membership(pk=one["colleague"], colleague=colleague),
            starts_at=datetime.fromisoformat(one["starts_at"]),
            purpose=one["purpose"],
            place=one["place"],
        )
        meeting.past, meeting.own = one["past"], one["own"]
        found.append(meeting)
    return found


def ready_of(case: Case | None) -> dict[str, Any] | None:
    """Return what the person is judged to be ready for, why and since when, as it came with the case."""
    found: dict[str, Any] | None = getattr(case, "ready", None)
    return {**found, "day": parse_date(found["day"])} if found else None


def line_of(case: Case | None) -> Line | None:
    """Return an open case with its state, as the lists of the start page have it."""
    found: dict[str, Any] | None = getattr(case, "now", None)
    if case is None or found is None:
        return None
    for day in ("since", "stalled_since", "review_on"):
        found[day] = parse_date(found[day] or "")
    fields = {field.attname for field in CaseState._meta.concrete_fields}
    state: Any = CaseState(**{name: value for name, value in found.items() if name in fields})
    state.stall_words, state.reviews = stall_words(case), found["reviews"]
    return Line(case, state, None)


def stall_words(case: Case | None) -> str:
    """Return what a case waits for in words, as it came with the case."""
    return in_our_words((getattr(case, "now", None) or {}).get("stall_words") or {})


def wishes(case: Case | None) -> list[str]:
    """Return the branches that the person wishes to work in, as they came with the case."""
    return [in_our_words(one) for one in getattr(case, "wish_list", None) or []]


def in_our_words(words: dict[str, str]) -> str:
    """Return a code's words in the page's language."""
    return words.get("en" if (get_language() or "").startswith("en") else "sv", "")


def this_week(placed: list[Placed], plan: PlanShown | None, today: date) -> WeekShown | None:
    """Return the week as it is drawn; None where nothing is planned."""
    at_sites = [one.placement for one in placed if one.placement.agreed]
    parts = plan.parts if plan else []
    if not at_sites and not parts:
        return None
    return week_of(at_sites, parts, plan.weekly_minutes if plan else None, today)


def plans_of(case: Case | None) -> list[PlanShown]:
    """Return the plans that came with a case."""
    plans = [PlanShown(**one) for one in getattr(case, "plan_list", None) or []]
    for plan in plans:
        plan.review_on = parse_date(str(plan.review_on))
        for goal in plan.goals:
            goal["due_on"] = parse_date(goal["due_on"])
    return plans


def steps_asked() -> QuerySet[LadderStep]:
    """Ask for the steps of the main frame with a person's arrivals."""
    moves = StepMove.objects.filter(
        Q(step=OuterRef("pk")) | Q(step__maps_to=OuterRef("pk")), person=given_number("person")
    ).order_by("day", "id")
    shape = JSONObject(
        day="day",
        rated_by="rated_by",
        evidence="evidence__text",
        id="id",
        corrected="corrected",
        frame="step__ladder__name",
        imported="imported",
        on_main="step__ladder__is_main",
        given="author__colleague__given_name",
        family="author__colleague__family_name",
    )
    return (
        LadderStep.objects.filter(ladder__is_main=True)
        .annotate(arrivals=ArraySubquery(moves.values(json=shape)))
        .select_related("ladder")
        .order_by("number")
    )


STEPS = Written(steps_asked)


def standing(person_id: int, signs_seen: list[dict[str, Any]]) -> Standing:
    """Return where a person stands on the main frame: its steps with their arrivals, in one question.

    A step of another frame counts as the step it is mapped to; what was corrected is told apart.
    """
    rows = STEPS.ask(person=person_id)
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
    coming = next((row for row in rows if stair.next and row.number == stair.next.number), None)
    before = [None, *assessed[:-1]] if assessed else []
    listed = [_listed(one, earlier) for one, earlier in zip(assessed, before, strict=True)]
    listed += [_listed(one, None) for one in (*own, *wrong)]
    listed.sort(key=lambda move: (move["day"], move["pk"]), reverse=True)
    since = parse_date(assessed[-1]["day"]) if assessed else None
    reason = (assessed[-1]["evidence"] or "") if assessed else ""
    is_example = bool(rows) and rows[0].ladder.is_example
    return Standing(stair, listed, since, ahead_of(coming, signs_seen), is_example, reason)


def ahead_of(step: LadderStep | None, signs_seen: list[dict[str, Any]]) -> Ahead | None:
    """Return the next step with its signs, each with the latest observation of it."""
    if step is None:
        return None
    seen = {one["sign"]: one for one in signs_seen}
    return Ahead(step, [Sign(text, seen_of(seen.get(text))) for text in step.signs])


def seen_of(one: dict[str, Any] | None) -> Observation | None:
    """Return an observation of a sign as the list of signs draws it."""
    if one is None:
        return None
    author = Membership(colleague=Colleague(given_name=one["given"], family_name=one["family"]))
    return Observation(text=one["text"], sign=one["sign"], day=date.fromisoformat(one["day"]), author=author)


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
        # What the person wrote nobody else puts right; what a colleague noted has its author.
        "by_self": one["rated_by"] == "participant" and one["given"] is None and not one["imported"],
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


def placements_asked() -> QuerySet[Placement]:
    """Ask for a person's placements as `placements` returns them."""
    today = given_day("today")
    seats = SeatUse.objects.lasting(today).filter(seat=OuterRef("seat"), once=False).order_by("starts_at")
    waits = Q(agreed=False, refused_at=None, withdrawn_at=None)
    return (
        Placement.objects.lasting(today)
        .filter(Q(agreed=True) | waits, person=given_number("person"))
        .select_related("activity", "unit", "answered_by__colleague")
        .annotate(
            seats=ArraySubquery(seats.values(json=JSONObject(start="starts_at", end="ends_at", weeks="weeks"))),
            answer_words=words_of("site_no", "answer_kind"),
            this_week=sessions_asked(),
        )
    )[:20]


PLACEMENTS = Written(placements_asked)


def placements(person_id: int, today: date) -> list[Placed]:
    """Return placements that wait for an answer, are to begin or go on, each with its week and this week's sessions."""
    monday = today - timedelta(days=today.weekday())
    rows = PLACEMENTS.ask(person=person_id, today=today, monday=monday, next_monday=monday + timedelta(days=7))
    return [
        Placed(row, Week(tuple(sorted({Part(seat["start"], seat["end"], seat["weeks"]) for seat in row.seats}))))
        for row in rows
    ]
