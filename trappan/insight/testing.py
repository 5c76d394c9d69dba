"""A small town for tests of figures, the spine built of it, and goals; no web process imports this."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from trappan.assistance.models import SupportMonth
from trappan.insight import operations
from trappan.insight.jobs import build_month, order_months, tell, to_tell, waiting
from trappan.insight.models import Build, BuildOrder, Goal
from trappan.people.models import Household, Number, Person
from trappan.people.testing import test_number
from trappan.schedules.months import months_after
from trappan.staff.models import Membership
from trappan.staff.testing import as_

MONTH = date(2026, 11, 1)
serial = count(1)


def make_months(back: int, *, gender: str = "K", born: str = "19910105", household: Household | None = None) -> Person:
    """Make somebody who had support so many months ago as the bits of `back` say; the lowest is this month's."""
    person = Person.objects.create(given_name="Dikta", family_name="Påhitt", gender=gender)
    Number.objects.create(person=person, number=test_number(born))
    add_months(person, (months_after(MONTH, -n) for n in range(back.bit_length()) if back >> n & 1), household)
    return person


def add_months(person: Person, months: Iterable[date], household: Household | None = None) -> None:
    """Give somebody months with support, alone in a household or as the co-applicant of one there is."""
    role = "co_applicant" if household else "applicant"
    common = {"household": household or Household.objects.create(), "role": role, "household_type": 3}
    SupportMonth.objects.bulk_create(
        SupportMonth(person=person, month=month, obstacle="unemployed", **common) for month in months
    )


def build(*months: date) -> None:
    """Order these months, and build them in this order."""
    for month in months:
        build_month(BuildOrder.objects.create(month=month).pk)


def tell_all() -> list[int]:
    """Tell what is due, and return the years that were told."""
    return [year for order in list(to_tell()) if (year := tell(order))]


def build_all(*, every: bool = True) -> list[date]:
    """Order what is due and build it; return the months that were built."""
    order_months(every)
    return [month for order in list(waiting()) if (month := build_month(order))]


def digests() -> dict[date, str]:
    """Return the digest of each month as it was built last."""
    return {one.month: one.digest for one in Build.objects.order_by("id")}


def make_goal(by: Membership, **fields: Any) -> Goal:
    """Make a goal of this year that somebody has said how to count, written down by a director or a controller."""
    about: dict[str, Any] = {
        "name": f"Målet {next(serial)}",
        "definition": "Hushåll som fick bistånd i oktober",
        "direction": "at_least",
        "level": Decimal(96),
        "unit": "percent",
        "year": 2026,
        "responsible": "Direktören",
        "decided": "Nämnden, påhittat beslut",
        "indicator": "",
        **fields,
    }
    with as_(by) as actor:
        return operations.set_goal(by=actor, **about)
