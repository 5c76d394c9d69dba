"""The drive for places in own departments: target, offered, used and missing, a half-year at a time.

Used is counted from seat uses alone, which tell of nobody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q

from trappan import database
from trappan.activities.models import Activity
from trappan.employers.models import DepartmentTarget, Employer, Opening, PlaceNotice, PlaceQuestion, Workplace
from trappan.rules.rulesets import Rules
from trappan.schedules.halves import half_in_words, half_of, last_day


@dataclass
class Line:
    """A department in a half-year: its target, what is offered and used, and how many workplaces have answered."""

    employer: Employer
    target: DepartmentTarget | None = None
    offered: int = 0
    used: int = 0
    asked: int = 0
    answered: int = 0
    most: int = 1

    @property
    def wanted(self) -> int:
        return self.target.places if self.target else 0

    @property
    def missing(self) -> int:
        """Return how many places are offered too few; none where there is no target."""
        return max(self.wanted - self.offered, 0)

    def share(self, number: int) -> int:
        """Return a number as a length of the picture, which is 240 long."""
        return 240 * number // self.most

    @property
    def offered_length(self) -> int:
        return self.share(self.offered)

    @property
    def used_length(self) -> int:
        return self.share(self.used)

    @property
    def target_at(self) -> int:
        return min(self.share(self.wanted), 237)


@dataclass(frozen=True)
class Half:
    """All departments in a half-year, and the day as of which places are counted as used."""

    lines: list[Line]
    day: date

    def total(self, name: str) -> int:
        return sum(getattr(one, name) for one in self.lines)

    @property
    def wanted(self) -> int:
        return self.total("wanted")

    @property
    def offered(self) -> int:
        return self.total("offered")

    @property
    def used(self) -> int:
        return self.total("used")

    @property
    def missing(self) -> int:
        return self.total("missing")

    @property
    def asked(self) -> int:
        return self.total("asked")

    @property
    def answered(self) -> int:
        return self.total("answered")

    @property
    def worst(self) -> Line | None:
        """Return the department of which most places are missing; None where none is."""
        found = max(self.lines, key=lambda one: one.missing, default=None)
        return found if found and found.missing else None


def departments(today: date) -> list[Employer]:
    """Return the own departments that take people on, with their open workplaces."""
    going = Q(ended_on=None) | Q(ended_on__gt=today)
    open_places = Prefetch("workplaces", Workplace.objects.open(today))
    found = Employer.objects.living().filter(going, kind="department", cooperates=False)
    return list(found.prefetch_related(open_places))


def halves(employers: Sequence[Employer], wanted: Sequence[date], today: date) -> list[Half]:
    """Return the departments in each of these half-years, in as many questions for all of them as for one."""
    targets = DepartmentTarget.objects.filter(half__in=wanted)
    questions = PlaceQuestion.objects.filter(half__in=wanted).annotate(
        offers_some=Exists(Opening.objects.filter(question=OuterRef("pk")))
    )
    of_target = {(one.employer_id, one.half): one for one in targets}
    asked: Counter[tuple[int, date]] = Counter()
    answered: Counter[tuple[int, date]] = Counter()
    for question in questions.select_related("workplace"):
        key = question.workplace.employer_id, question.half
        asked[key] += 1
        answered[key] += bool(question.none_reason or question.offers_some)
    days = {half: min(max(today, half), last_day(half)) for half in wanted}
    offered = offered_places(employers, days)
    used = used_places(employers, list(days.values()))
    made = []
    for half in wanted:
        lines = [
            Line(
                one,
                of_target.get((one.pk, half)),
                offered[one.pk, half],
                used[one.pk, days[half]],
                asked[one.pk, half],
                answered[one.pk, half],
            )
            for one in employers
        ]
        most = max((max(one.wanted, one.offered, one.used) for one in lines), default=0) or 1
        for one in lines:
            one.most = most
        made.append(Half(lines, days[half]))
    return made


def offered_places(employers: Iterable[Employer], days: Mapping[date, date]) -> Counter[tuple[int, date]]:
    """Return how many places each department offers in each half-year, as of the day that is told beside it."""
    offered: Counter[tuple[int, date]] = Counter()
    for one in Opening.objects.places().filter(employer__in=list(employers)):
        for half, day in days.items():
            offered[one.employer_id, half] += one.places if one.counts_in(half, day) else 0
    return offered


# Of each activity of a department's sites, or made by an opening of its, as many as at most meet there in the week of
# a day: also where its workplace has no site, and whoever is there is followed from the employer team's.
TAKEN = """
WITH theirs AS (
  SELECT a.id, COALESCE(o.employer_id, w.employer_id) AS employer_id FROM activities_activity a
  LEFT JOIN employers_opening o ON o.id = a.opening_id
  LEFT JOIN employers_workplace w ON w.unit_id = a.unit_id AND w.closed_on IS NULL AND a.opening_id IS NULL
  WHERE COALESCE(o.employer_id, w.employer_id) = ANY (%s))
SELECT t.employer_id, p.day, sum(p.taken) AS taken FROM (SELECT l.activity_id, d.day, max(l.taken) AS taken
  FROM unnest(%s::date[]) AS d (day) CROSS JOIN LATERAL activities_load(d.day, ARRAY(SELECT id FROM theirs)) l
  GROUP BY 1, 2) p
JOIN theirs t ON t.id = p.activity_id GROUP BY 1, 2
"""


def used_places(employers: Iterable[Employer], days: Sequence[date]) -> Counter[tuple[int, date]]:
    """Return how many places are taken at each department on each of these days, from seat uses alone."""
    found = database.query(TAKEN, [[one.pk for one in employers], list(days)])
    return Counter({(int(one.employer_id), one.day): int(one.taken) for one in found})


@dataclass
class Silent:
    """A department of which workplaces have not answered for a half-year: which, since when, when its head is told."""

    employer: Employer
    half: date
    has_site: bool
    questions: list[PlaceQuestion] = field(default_factory=list)
    rules: Rules | None = None

    @property
    def half_in_words(self) -> str:
        """Say which half-year they have not answered for."""
        return half_in_words(self.half)

    @property
    def asked_on(self) -> date:
        return min(one.asked_on for one in self.questions)

    @property
    def said(self) -> list[PlaceNotice]:
        return [notice for one in self.questions for notice in one.notices.all()]

    @property
    def answer_by(self) -> date:
        return min(one.answer_by for one in self.questions)

    @property
    def reminders(self) -> int:
        """Return how many times the workplace that was reminded most has been reminded; a word to nobody is none."""
        times = (
            {notice.nth for notice in one.notices.all() if notice.colleague_id and 0 < notice.nth < PlaceNotice.LAST}
            for one in self.questions
        )
        return max(map(len, times), default=0)

    @property
    def head_told_on(self) -> date | None:
        """Return the day on which the head was first told; None where nobody has been."""
        return min((one.told_on for one in self.said if one.nth == PlaceNotice.LAST and one.colleague_id), default=None)

    @property
    def head_is_told_on(self) -> date | None:
        """Return the day on which the head is told, where nobody answers until then; None before the last reminder.

        None too where the department has no site in Trappan, so that nobody knows who its head is.
        """
        if not self.has_site:
            return None
        last = [one.told_on for one in self.said if one.nth == PlaceNotice.LAST - 1]
        return min(last) + timedelta(days=self.rules.places_reminder_days) if last and self.rules else None

    @property
    def has_nobody(self) -> bool:
        """Tell whether there was nobody to tell at one of them."""
        return any(notice.colleague_id is None for notice in self.said)


def silent(employers: Iterable[Employer], today: date, rules: Rules) -> list[Silent]:
    """Return those of the departments of which workplaces have not answered, the longest silent first."""
    has_site = {one.pk: any(at.unit_id for at in one.workplaces.all()) for one in employers}
    found = (
        PlaceQuestion.objects.unanswered()
        .filter(Q(workplace__closed_on=None) | Q(workplace__closed_on__gt=today), half__gte=half_of(today))
        .filter(workplace__employer__in=list(has_site))
        .select_related("workplace__employer")
        .prefetch_related("notices")
    )
    of_department: dict[tuple[int, date], Silent] = {}
    for one in found.order_by("asked_on", "workplace__employer__name", "workplace__name"):
        key = (one.workplace.employer_id, one.half)
        made = of_department.setdefault(key, Silent(one.workplace.employer, one.half, has_site[key[0]], rules=rules))
        made.questions.append(one)
    return list(of_department.values())


def activities_at(unit_id: int, today: date) -> list[Activity]:
    """Return what goes on at a site."""
    return list(Activity.objects.lasting(today).filter(unit_id=unit_id))
