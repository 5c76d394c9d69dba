"""The drive for places in own departments: target, offered, used and missing, a half-year at a time.

Used is counted from seat uses alone, which tell of nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, Sum

from trappan import database
from trappan.activities.models import Activity
from trappan.employers.models import DepartmentTarget, Employer, PlaceNotice, PlaceOffer, PlaceQuestion, Workplace
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
    standing = PlaceOffer.objects.filter(question__half__in=wanted, taken_back_at=None)
    offered = standing.values_list("question__workplace__employer", "question__half").annotate(n=Sum("places"))
    questions = PlaceQuestion.objects.filter(half__in=wanted).annotate(
        offers_some=Exists(PlaceOffer.objects.filter(question=OuterRef("pk")))
    )
    of_target = {(one.employer_id, one.half): one for one in targets}
    of_offers = {(employer, half): int(n) for employer, half, n in offered.order_by()}
    asked: Counter[tuple[int, date]] = Counter()
    answered: Counter[tuple[int, date]] = Counter()
    for question in questions.select_related("workplace"):
        key = question.workplace.employer_id, question.half
        asked[key] += 1
        answered[key] += bool(question.none_reason or question.offers_some)
    days = {half: min(max(today, half), last_day(half)) for half in wanted}
    used = used_places(employers, list(days.values()))
    made = []
    for half in wanted:
        lines = [
            Line(
                one,
                of_target.get((one.pk, half)),
                of_offers.get((one.pk, half), 0),
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


def used_places(employers: Iterable[Employer], days: Sequence[date]) -> Counter[tuple[int, date]]:
    """Return how many places are taken at each department on each of these days."""
    of_unit = {at.unit_id: one.pk for one in employers for at in one.workplaces.all() if at.unit_id}
    used: Counter[tuple[int, date]] = Counter()
    for (unit_id, day), taken in taken_at(list(of_unit), days).items():
        used[of_unit[unit_id], day] += taken
    return used


# Of each activity of a site, as many as at most meet there in the week of a day.
TAKEN = """
SELECT a.unit_id, p.day, sum(p.taken) AS taken FROM (SELECT l.activity_id, d.day, max(l.taken) AS taken
  FROM unnest(%s::date[]) AS d (day) CROSS JOIN LATERAL activities_load(d.day, ARRAY(
    SELECT id FROM activities_activity WHERE unit_id = ANY (%s))) l GROUP BY 1, 2) p
JOIN activities_activity a ON a.id = p.activity_id GROUP BY 1, 2
"""


def taken_at(units: Sequence[int], days: Sequence[date]) -> Counter[tuple[int, date]]:
    """Return how many places are taken at each site on each of these days, from seat uses alone."""
    if not units:
        return Counter()
    found = database.query(TAKEN, [list(days), list(units)])
    return Counter({(int(one.unit_id), one.day): int(one.taken) for one in found})


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
