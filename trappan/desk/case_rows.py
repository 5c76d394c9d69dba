"""Cases with what a colleague needs to see at a glance, in a constant number of questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.cases.models import Case, Meeting, Note
from trappan.cases.models.case import CaseQuerySet
from trappan.database.among import IsAmong
from trappan.database.written import Written, given_numbers, place_of_numbers
from trappan.desk.models import CaseState
from trappan.desk.review_asked import beside_reviews
from trappan.plans.models import PlanPart, StepMove
from trappan.rules.codes import words_of
from trappan.rules.rulesets import rules_on
from trappan.schedules.functions import Now
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has

Stage = CaseState.Stage
# What brings the case on from each stage: the words of the door, its page, the right it takes.
NEXT = {
    Stage.UNASSIGNED: (_("Choose who is responsible"), "cases:assign", "cases.assign"),
    Stage.UNMAPPED: (_("Kartläggning"), "plans:mapping", "plans.map_person"),
    Stage.UNPLANNED: (_("Make a plan"), "plans:plan", "plans.write_plan"),
    Stage.WAITING: (_("Find a place"), "matching:find_place", "matching.find_place"),
    Stage.PLACED: (_("Follow up"), "plans:plan", "plans.write_plan"),
}
SEE = (pgettext_lazy("a button", "Open"), "desk:person", "desk.see_person")
ABOUT_THE_PERSON = ("matching:find_place", "desk:person")
# Notes that tell of having been in touch.
CONTACT = (Note.Kind.CONTACT, Note.Kind.MEETING, Note.Kind.ABSENCE_DIALOGUE)


@dataclass(frozen=True)
class Shown:
    """How a stage is shown: the colour of its tag, and its words."""

    color: str
    words: str


COLORS = {"unassigned": "warning", "unmapped": "neutral", "unplanned": "neutral", "waiting": "steg", "placed": "accent"}


def shown() -> dict[str, Shown]:
    """Return every stage as it is shown, in the reader's language; asked once a page."""
    stages = {value: Shown(COLORS[value], str(label)) for value, label in Stage.choices}
    closed, none = Shown("neutral", str(_("Closed"))), Shown("neutral", str(_("No case")))
    return {**stages, "closed": closed, "no_case": none}


@dataclass
class Line:
    """An open case with its state and, where it was asked for, the step its person stands on."""

    case: Case
    state: CaseState
    step: int | None

    @property
    def stall_words(self) -> str:
        """Return what the case waits for in words, empty where nobody has said it."""
        return getattr(self.state, "stall_words", "") or ""

    @property
    def waits_since(self) -> date | None:
        """Return the day since which the case waits; None while the person is in activity."""
        if self.state.stalled_since:
            return self.state.stalled_since
        return None if self.state.stage == Stage.PLACED else self.state.since


# What the lists show of a case: a hundred rows are made of it, so nothing that they do not.
NEEDED = (
    "number",
    "person_id",
    "opened_on",
    "social_worker_id",
    "person__given_name",
    "person__family_name",
    "person__protection",
    "person__sort",
    "responsible__colleague__given_name",
    "responsible__colleague__family_name",
)


def with_steps(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case the step of the main frame that its person was last assessed to stand on."""
    step = (
        StepMove.objects.filter(person=OuterRef("person"), rated_by="staff", corrected=False)
        .order_by("-day", "-id")
        .values(number=Coalesce("step__maps_to__number", "step__number"))[:1]
    )
    return cases.annotate(step=Subquery(step))


def lines(cases: CaseQuerySet, *, with_reviews: bool = False) -> list[Line]:
    """Return open cases with their states, in the order of the cases, in two questions.

    With what each waits for in words and, where it is asked for, what asks for a review of its plan.
    """
    return beside_states(list(needed(cases)), with_reviews=with_reviews)


def needed(cases: CaseQuerySet) -> CaseQuerySet:
    """Ask of the open ones for what the lists show of them."""
    return cases.open().select_related("person", "responsible__colleague").only(*NEEDED)


def states_of(with_reviews: bool) -> QuerySet[CaseState]:
    """Ask for the states of cases, with what each waits for in words, and what asks for a review of its plan."""
    states = CaseState.objects.annotate(stall_words=words_of("stall", "stall")).filter(
        IsAmong("case_id", given_numbers("ids"))
    )
    return beside_reviews(states, place_of_numbers("ids")) if with_reviews else states


STATES = Written(states_of)


def beside_states(found: Sequence[Case], *, with_reviews: bool) -> list[Line]:
    """Return cases with their states, in their order."""
    known = {state.case_id: state for state in STATES.ask(with_reviews, ids=[case.pk for case in found])}
    return [Line(case, known[case.pk], getattr(case, "step", None)) for case in found if case.pk in known]


def with_fell(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case the day on which its application fell, if it did."""
    # Asked once for all of them: inside, the cases are the question's own and not the row's.
    all_of_them, values = cases.order_by().values("pk").query.sql_with_params()
    fell = f"SELECT f.fell_on FROM cases_applications_fell(ARRAY({all_of_them})) f WHERE f.case_id = cases_case.id"
    fell_on = RawSQL(f"({fell})", values)  # noqa: S611  # compiled by Django, with its values apart
    return cases.annotate(fell_on=fell_on)


def own_cases(cases: CaseQuerySet) -> CaseQuerySet:
    """Ask for a colleague's open cases, the oldest first; each with the day its application fell, if it did."""
    return needed(with_fell(cases).order_by("opened_on", "pk"))[:500]


@dataclass
class Entry:
    """A line of the caseload, with everything that the list shows."""

    line: Line
    stage: Shown
    why: str
    door: str
    door_url: str
    planned: int | None = None
    target: int | None = None
    last_contact: date | None = None
    next_meeting: datetime | None = None


def latest(model: type[Meeting] | type[Note], column: str, **about: Any) -> Subquery:
    """Return the question for the latest moment of a case's meetings or notes of a kind."""
    rows = model._default_manager.filter(case=OuterRef("pk"), **about)
    return Subquery(rows.order_by(f"-{column}").values(column)[:1])


def touches_asked() -> QuerySet[Case, tuple[Any, ...]]:
    """Ask of cases when the person last came, was last in touch, and is to come next."""
    coming = Meeting.objects.filter(case=OuterRef("pk"), outcome="", starts_at__gte=Now()).order_by("starts_at")
    return Case.objects.filter(IsAmong("pk", given_numbers("ids"))).values_list(
        "pk",
        latest(Meeting, "starts_at", outcome="came"),
        latest(Note, "happened_at", kind__in=CONTACT),
        Subquery(coming.values("starts_at")[:1]),
    )


PLANNED = Written(
    lambda uncounted: (
        PlanPart.objects.standing()
        .filter(IsAmong("plan_id", given_numbers("ids")))
        .exclude(kind__in=uncounted)
        .order_by()
        .values("plan")
        .annotate(minutes=Sum("minutes"))
        .values_list("plan", "minutes")
    )
)
TOUCHES = Written(touches_asked)


def caseload(order: Sequence[Line], actor: Actor) -> list[Entry]:
    """Add to lines what the caseload says of them, in a constant number of questions."""
    ids = [line.case.pk for line in order]
    words = shown()
    plans = [line.state.plan_id for line in order if line.state.plan_id]
    planned = dict(PLANNED.ask(rules_on(actor.today).uncounted_parts, ids=plans))
    touched = {case: (came, noted, coming) for case, came, noted, coming in TOUCHES.ask(ids=ids)}
    entries = []
    for line in order:
        step = NEXT[Stage(line.state.stage)]
        door, page, _right = step if has(actor, step[2]) else SEE
        pk = line.case.person_id if page in ABOUT_THE_PERSON else line.case.pk
        came, noted, coming = touched[line.case.pk]
        touches = [at for at in (came, noted) if at]
        entries.append(
            Entry(
                line,
                words[line.state.stage],
                line.stall_words,
                str(door),
                reverse(page, args=[pk]),
                planned=planned.get(line.state.plan_id, 0) if line.state.plan_id else None,
                target=line.state.weekly_minutes,
                last_contact=localtime(max(touches)).date() if touches else None,
                next_meeting=coming,
            )
        )
    return entries
