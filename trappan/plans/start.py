"""How things stood when the case was opened: derived from what is written elsewhere, and stored nowhere."""

from dataclasses import dataclass
from datetime import date

from trappan.cases.models import Case
from trappan.people.models import Numbers, Person
from trappan.people.numbers import birth_of
from trappan.plans.models import Mapping


@dataclass(frozen=True)
class Start:
    """Age in whole years, and whole months without work and in Sweden before the case; None where it is not known."""

    age: int | None
    without_work: int | None
    since_arrival: int | None

    @property
    def is_known(self) -> bool:
        return any(one is not None for one in (self.age, self.without_work, self.since_arrival))


def start_of(case: Case, mapping: Mapping) -> Start:
    """Return how things stood the day the case was opened; no age of a protected person is told."""
    opened = case.opened_on
    return Start(
        None if case.person.is_protected else age_on(born(case.person_id), opened),
        months_to(mapping.without_work_since, opened),
        months_to(mapping.arrived_on, opened),
    )


def born(person_id: int) -> date | None:
    """Return the day of birth that the person's latest number says; None where it says none."""
    numbers = Person.objects.filter(pk=person_id).values_list(Numbers("pk"), flat=True).first()
    return birth_of(numbers[0]) if numbers else None


def age_on(birth: date | None, day: date) -> int | None:
    """Return the age in whole years on a day."""
    if birth is None:
        return None
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def months_to(since: date | None, day: date) -> int | None:
    """Return the whole months from a day to another; None where the first is unknown or comes after."""
    if since is None or since > day:
        return None
    return (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
