"""Put right what was written of a person, with a reason; what stood before is kept."""

from collections.abc import Sequence

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations.refusals import NO
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.secrecy.scopes import Scope

ABOUT_A_PERSON = ("given_name", "family_name", "gender", "languages", "interpreter")


@transaction.atomic
def rectify_person(
    *,
    person: Person,
    given_name: str,
    family_name: str,
    gender: str,
    languages: Sequence[str],
    interpreter: bool,
    why: str,
    edition: str = "",
) -> None:
    """Put right the name, legal gender, languages or the need of an interpreter; lists and search follow.

    Refused where nothing differs, without a reason, and where somebody else has saved since `edition`.
    """
    database.lock("people.rectify_person", person.pk)  # two at once stand in line, so that the second sees the first
    refuse_overtaken(saved_in(Person.objects.filter(pk=person.pk).first(), ABOUT_A_PERSON), edition)
    values = [given_name.strip(), family_name.strip(), gender, list(languages), interpreter]
    call("people_rectify", person.pk, *values, why.strip(), sentences=NO)
    record("people.rectify_person", person.pk, scope=Scope.REQUIREMENT)


@transaction.atomic
def replace_number(*, person: Person, wrong: int, number: str, why: str) -> None:
    """Take away a number that never was the person's, and let the right one stand in its place.

    `wrong` is the row of the wrong one, which is kept with the reason, finds nobody any more, and is free for the
    one whose it is. `number` may be empty where the person carries another. Refused as a new number is, and where
    somebody was quicker.
    """
    call("people_replace_number", person.pk, wrong, number, why.strip(), sentences=NO)
    record("people.replace_number", person.pk, scope=Scope.PLAN)
