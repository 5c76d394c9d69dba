"""Whom I can reach: lists and searches start from my own grants, so they stay quick in a large town."""

from collections.abc import Sequence
from typing import Any

from trappan import database
from trappan.people.models import Person
from trappan.secrecy.acting import Actor

PAGE = 50
Key = tuple[str, int]

# Each branch walks one index in order and stops at the page's length. `column` is sort or given_sort.
BRANCH = """(SELECT DISTINCT {column} AS sort, person_id FROM people_grant
  WHERE {holder} = %s AND ({column}, person_id) > (%s, %s) AND {column} >= %s AND {column} < %s
    AND starts_at <= (SELECT clock()) AND (ends_at IS NULL OR (SELECT clock()) < ends_at)
  ORDER BY {column}, person_id LIMIT %s)"""
HIGHEST = "\U0010ffff"


def reach(
    actor: Actor, *, after: Key = ("", 0), prefix: str = "", column: str = "sort", limit: int = PAGE
) -> list[Key]:
    """Return sort key and id of people in reach, in Swedish order, after a key, by a name's start.

    The policies on grants decide which of them count for the actor's role.
    """
    folded = database.value("swedish_sort", prefix) if prefix else ""
    values: list[Any] = []
    branches = []
    for holder, holder_id in (("unit_id", actor.unit_id), ("membership_id", actor.membership_id)):
        branches.append(BRANCH.format(column=column, holder=holder))
        values += [holder_id, *after, folded, folded + HIGHEST, limit]
    found = database.query(
        f"SELECT DISTINCT sort, person_id FROM ({' UNION ALL '.join(branches)}) found "
        "ORDER BY sort, person_id LIMIT %s",
        [*values, limit],
    )
    return [(one.sort, one.person_id) for one in found]


def in_order(keys: Sequence[Key]) -> list[Person]:
    """Return the persons of these keys, in the same order, those whom the policies let through."""
    found = Person.objects.in_bulk([person_id for _sort, person_id in keys])
    return [found[person_id] for _sort, person_id in keys if person_id in found]
