"""Whom I can reach: lists and searches start from my own grants, so they stay quick in a large town."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from trappan import database
from trappan.people.models import Numbers, Person
from trappan.secrecy.acting import Actor

PAGE = 50
SHOWN = 5  # look-alikes: more than that would be a list of a common name
Key = tuple[str, int]

# Each branch walks one index in order and stops at the page's length. `column` is sort or given_sort.
BRANCH = """(SELECT DISTINCT {column} AS sort, person_id FROM people_grant
  WHERE {holder} = %s AND ({column}, person_id) {beyond} (%s, %s) AND {column} >= %s AND {column} < %s
    AND starts_at <= (SELECT clock()) AND (ends_at IS NULL OR (SELECT clock()) < ends_at)
  ORDER BY {column} {way}, person_id {way} LIMIT %s)"""
HIGHEST = "\U0010ffff"
FIRST, LAST = ("", 0), (HIGHEST, 0)  # before everybody, and behind everybody


def reach(
    actor: Actor,
    *,
    after: Key | None = None,
    prefix: str = "",
    column: str = "sort",
    limit: int = PAGE,
    backwards: bool = False,
) -> list[Key]:
    """Return sort key and id of people in reach, in Swedish order, after a key, by a name's start.

    `backwards` walks from the end, or from the key towards the beginning. The policies on grants decide
    which of them count for the actor's role.
    """
    folded = database.value("swedish_sort", prefix) if prefix else ""
    beyond, way = ("<", "DESC") if backwards else (">", "ASC")
    start = after or (LAST if backwards else FIRST)
    values: list[Any] = []
    branches = []
    for holder, holder_id in (("unit_id", actor.unit_id), ("membership_id", actor.membership_id)):
        branches.append(BRANCH.format(column=column, holder=holder, beyond=beyond, way=way))
        values += [holder_id, *start, folded, folded + HIGHEST, limit]
    found = database.query(
        f"SELECT DISTINCT sort, person_id FROM ({' UNION ALL '.join(branches)}) found "
        f"ORDER BY sort {way}, person_id {way} LIMIT %s",
        [*values, limit],
    )
    return [(one.sort, one.person_id) for one in found]


def look_alikes(actor: Actor, *, given_name: str, family_name: str, born: date | None) -> list[Person]:
    """Return people in reach who may be somebody about to be registered, in order; at most five.

    The same name, either way round, or the same day of birth and one of the names.
    """
    keys = {
        key
        for first, last in ((given_name, family_name), (family_name, given_name))
        for key in reach(actor, prefix=f"{last}  {first}", limit=SHOWN)
    }
    same = Person.objects.filter(pk__in=[person_id for _sort, person_id in keys])
    if born is not None:
        same_day = [one.people_born_on for one in database.rows("people_born_on", born)]
        same |= Person.objects.filter(
            Q(given_name__iexact=given_name.strip()) | Q(family_name__iexact=family_name.strip()), pk__in=same_day
        )
    return list(same.annotate(all_numbers=Numbers("pk")).order_by("sort", "pk")[:SHOWN])


def in_order(keys: Sequence[Key]) -> list[Person]:
    """Return the persons of these keys, in the same order, those whom the policies let through."""
    found = Person.objects.in_bulk([person_id for _sort, person_id in keys])
    return [found[person_id] for _sort, person_id in keys if person_id in found]


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a list needs to know them: ten thousand are to take little memory."""

    pk: int
    name: str
    is_protected: bool


def named(keys: Sequence[Key]) -> list[Named]:
    """Return the persons of these keys by name, in the same order, those whom the policies let through."""
    rows = Person.objects.filter(pk__in=[person_id for _sort, person_id in keys]).order_by()
    found = {
        pk: Named(pk, f"{given} {family}", protection != Person.Protection.NONE)
        for pk, given, family, protection in rows.values_list("pk", "given_name", "family_name", "protection")
    }
    return [found[person_id] for _sort, person_id in keys if person_id in found]


def key_of(person_id: int) -> Key | None:
    """Return where a person stands in the order; None for nobody whom one sees."""
    return Person.objects.filter(pk=person_id).values_list("sort", "pk").first()
