"""Whom I can reach: lists and searches start from my own grants, so they stay quick in a large town."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from trappan import database
from trappan.database.among import IsAmong
from trappan.people.models import Numbers, Person

PAGE = 50
SHOWN = 5  # look-alikes: more than that would be a list of a common name
Key = tuple[str, int]

FIRST, LAST = ("", 0), ("\U0010ffff", 0)  # before everybody, and behind everybody


def reach(*, after: Key | None = None, limit: int = PAGE, backwards: bool = False) -> list[Key]:
    """Return sort key and id of people in reach, in Swedish order, after a key.

    `backwards` walks from the end, or from the key towards the beginning. The policies on grants decide
    which of them count for the actor's role.
    """
    start = after or (LAST if backwards else FIRST)
    found = database.rows("people_walk", *start, backwards, limit)
    return [(one.sort, one.person_id) for one in found]


def called(typed: str, limit: int = PAGE, skip: int = 0) -> tuple[list[Person], bool]:
    """Return people in reach of whose names every word that was typed begins a part, and whether there are more.

    Those whose name begins first with what was typed, or those behind the first that are skipped; they stand in
    Swedish order.
    """
    found = [row.people_called for row in database.rows("people_called", typed, skip + limit + 1)][skip:]
    return list(Person.objects.filter(IsAmong("pk", found[:limit])).order_by("sort", "pk")), len(found) > limit


def keys_called(typed: str, limit: int) -> list[Key]:
    """Return sort key and id of people in reach who are called so, in Swedish order, at most so many."""
    found = [row.people_called for row in database.rows("people_called", typed, limit)]
    return list(Person.objects.filter(IsAmong("pk", found)).order_by("sort", "pk").values_list("sort", "pk"))


def behind(keys: Sequence[Key], start: Key | None, backwards: bool) -> list[Key]:
    """Return those of keys in order that lie behind one, or before it where they are walked backwards."""
    if backwards:
        return [key for key in reversed(keys) if start is None or key < start]
    return [key for key in keys if start is None or key > start]


def look_alikes(*, given_name: str, family_name: str, born: date | None) -> list[Person]:
    """Return people in reach who may be somebody about to be registered, in order; at most five.

    The same name, either way round, or the same day of birth and one of the names.
    """
    same = Person.objects.filter(pk__in=[one.pk for one in called(f"{given_name} {family_name}", SHOWN)[0]])
    if born is not None:
        same_day = [one.people_born_on for one in database.rows("people_born_on", born)]
        same |= Person.objects.filter(
            Q(given_name__iexact=given_name.strip()) | Q(family_name__iexact=family_name.strip()), pk__in=same_day
        )
    return list(same.annotate(all_numbers=Numbers("pk")).order_by("sort", "pk")[:SHOWN])


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a list needs to know them: ten thousand are to take little memory."""

    pk: int
    name: str
    is_protected: bool


def named(keys: Sequence[Key]) -> list[Named]:
    """Return the persons of these keys by name, in the same order, those whom the policies let through."""
    rows = Person.objects.filter(IsAmong("pk", [person_id for _sort, person_id in keys])).order_by()
    found = {
        pk: Named(pk, f"{given} {family}", protection != Person.Protection.NONE)
        for pk, given, family, protection in rows.values_list("pk", "given_name", "family_name", "protection")
    }
    return [found[person_id] for _sort, person_id in keys if person_id in found]


def key_of(person_id: int) -> Key | None:
    """Return where a person stands in the order; None for nobody whom one sees."""
    return Person.objects.filter(pk=person_id).values_list("sort", "pk").first()
