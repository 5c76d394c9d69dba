"""Make persons for tests through the operations, as the colleague who registers them."""

from itertools import count
from typing import Any

from trappan.people.models import Person
from trappan.people.operations import rectify_person, register
from trappan.people.operations.rectification import ABOUT_A_PERSON
from trappan.refusals.editions import edition_of, saved_in
from trappan.staff.models import Membership
from trappan.staff.testing import as_

serial = count(1)


def test_number(birth: str = "19910105") -> str:
    """Return a reservnummer that nobody else in the test carries."""
    return f"{birth}R{next(serial) % 1000:03}"


test_number.__test__ = False  # type: ignore[attr-defined]  # pytest asks it of functions


def make_person(by: Membership, given_name: str = "Samira", family_name: str = "Påhitt", **fields: Any) -> Person:
    """Register a person as a social worker would; the file opens to that unit."""
    fields.setdefault("number", test_number())
    with as_(by):
        return register(given_name=given_name, family_name=family_name, **fields)


def rectify(person: Person, by: Membership, why: str = "Fel i ansökan", **fields: Any) -> None:
    """Put right what is named of a person, as somebody who has just opened the page."""
    with as_(by):
        stands = saved_in(Person.objects.get(pk=person.pk), ABOUT_A_PERSON)
        rectify_person(person=person, why=why, edition=edition_of(stands), **{**stands, **fields})
