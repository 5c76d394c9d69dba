"""How often workplaces have been asked for places, against what the rules say, and when one more goes well."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trappan.employers.models import Conversation
from trappan.rules.rulesets import Rules
from trappan.schedules.months import month_of, months_after


@dataclass(frozen=True)
class Asked:
    """The days within the rules' time on which one was asked, the earliest first, and what the rules say."""

    on: tuple[date, ...]
    most: int
    days: int

    @property
    def is_full(self) -> bool:
        """Tell whether one more takes a written reason."""
        return len(self.on) >= self.most

    @property
    def left(self) -> int:
        return max(self.most - len(self.on), 0)

    @property
    def free_on(self) -> date | None:
        """Return the first day on which one more goes well again; None where it does today."""
        return self.on[len(self.on) - self.most] + timedelta(days=self.days) if self.is_full else None


@dataclass(frozen=True)
class Load:
    """When an employer was asked: of itself as a whole, and of each workplace."""

    whole: tuple[date, ...]
    at: dict[int, list[date]]
    rules: Rules

    def of(self, workplace_id: int | None = None) -> Asked:
        """Return how often a workplace was asked; without one, that which was asked most."""
        most = max(self.at.values(), key=len, default=[])
        on = tuple(sorted([*self.whole, *(most if workplace_id is None else self.at.get(workplace_id, []))]))
        return Asked(on, self.rules.asking_most, self.rules.asking_days)


def loads(today: date, rules: Rules, employers: Iterable[int] | None = None) -> dict[int, Load]:
    """Return the load of the employers that have been asked within the rules' time; of all where none are named."""
    found = Conversation.objects.filter(
        asks=True, held_on__gt=today - timedelta(days=rules.asking_days), held_on__lte=today
    )
    if employers is not None:
        found = found.filter(employer_id__in=list(employers))
    whole: dict[int, list[date]] = {}
    at: dict[int, dict[int, list[date]]] = {}
    for employer, workplace, day in found.order_by("held_on").values_list("employer_id", "workplace_id", "held_on"):
        if workplace is None:
            whole.setdefault(employer, []).append(day)
        else:
            at.setdefault(employer, {}).setdefault(workplace, []).append(day)
    return {one: Load(tuple(whole.get(one, ())), at.get(one, {}), rules) for one in {*whole, *at}}


def months_of(employer_id: int, today: date) -> list[tuple[date, int]]:
    """Return the last twelve months, this one last, each with how often the employer was asked."""
    first = months_after(month_of(today), -11)
    asked = Conversation.objects.filter(employer_id=employer_id, asks=True, held_on__gte=first)
    days = [month_of(day) for day in asked.values_list("held_on", flat=True)]
    return [(month, days.count(month)) for month in (months_after(first, at) for at in range(12))]
