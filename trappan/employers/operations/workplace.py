"""Write down where an employer's people work, change it, and close it."""

from datetime import date
from typing import Any

from django.db import transaction

from trappan.employers.models import Employer, Workplace
from trappan.employers.operations.employer import lock_employer
from trappan.employers.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusing
from trappan.refusals.editions import lock_edition

ABOUT = ("name", "address", "branch", "size", "languages", "access", "adaptable", "unit")


@transaction.atomic
def make_workplace(*, employer: Employer, **values: Any) -> Workplace:
    """Write down a workplace of an employer; refused where an open one has that name."""
    lock_employer(employer)
    with refusing(NO):
        made = Workplace.objects.create(employer=employer, **values)
    record("employers.make_workplace", employer=employer.pk, workplace=made.pk)
    return made


@transaction.atomic
def change_workplace(*, workplace: Workplace, edition: str = "", **values: Any) -> None:
    """Change what is known of a workplace; refused where somebody else has saved since."""
    lock_edition(workplace, ABOUT, edition)
    with refusing(NO):
        Workplace.objects.filter(pk=workplace.pk).update(**values)
    record("employers.change_workplace", employer=workplace.employer_id, workplace=workplace.pk)


@transaction.atomic
def close_workplace(*, workplace: Workplace, closed_on: date | None) -> None:
    """Say from which day a workplace is no more; None where it is open after all."""
    with refusing(NO):
        Workplace.objects.filter(pk=workplace.pk).update(closed_on=closed_on)
    record("employers.close_workplace", employer=workplace.employer_id, workplace=workplace.pk, closed_on=closed_on)
