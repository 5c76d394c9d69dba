"""Run a block as one transaction on behalf of one membership.

Inside, the database role is trappan_app, which obeys the policies; outside, secret tables answer
"permission denied". The unit and role are looked up by the database from the membership, and what it
has set is sealed: settings that somebody else sets are nobody's.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction

from trappan import database


@dataclass(frozen=True)
class Actor:
    """A colleague in a unit in a role, as the database has just confirmed it, and the day.

    `away_until` is the day on which she is back, where her head has said that she is away today; `at_partner` says
    that the unit is none of a municipality's.
    """

    membership_id: int
    colleague_id: int
    unit_id: int
    organisation_id: int
    role: str
    name: str
    unit_name: str
    regime: str
    memberships: int
    today: date
    away_until: date | None
    at_partner: bool


class NotActing(Exception):
    """Nobody has signed in so, or the membership is not theirs, is not confirmed, or is not valid today."""


SETTINGS = ("role", *(f"trappan.{name}" for name in ("actor", "colleague", "unit", "seal", "own", "own_seal")))
# Where a block stands that another begins in; out of the roles to which no door opens.
STEP_OUT = "SELECT " + ", ".join(f"current_setting('{name}', true)" for name in SETTINGS)
STEP_OUT += ", set_config('role', regexp_replace(current_setting('role'), '^trappan_(app|own)$', 'none'), true)"
STEP_BACK = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)
ENTER = "SELECT e.*, set_config('role', 'trappan_app', true) FROM {door}(%s, %s) e"


def acting(sign_in: str, membership_id: int) -> AbstractContextManager[Actor]:
    """Enter as this membership of whoever signed in so; refused with NotActing where it does not hold."""
    return entered(ENTER.format(door="secrecy_enter"), sign_in, membership_id)


def acting_as(colleague_id: int, membership_id: int) -> AbstractContextManager[Actor]:
    """Enter as this membership without a sign-in: the owner's alone, for `sees` and for tests."""
    return entered(ENTER.format(door="secrecy_enter_as"), colleague_id, membership_id)


@contextmanager
def entered(enter: str, *by: Any) -> Iterator[Actor]:
    """Run a block as one transaction on behalf of whom the database lets in by a door."""
    with behind_door(enter, *by) as found:
        yield Actor(*found[:-1])


@contextmanager
def behind_door(enter: str, *by: Any) -> Iterator[Any]:
    """Run a block as one transaction behind a door; a block within another steps back to where that stood.

    `enter` asks the database's door and takes the role behind it; the row that it answers is given to the block.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if not outermost:
            before = [value or "" for value in database.query(STEP_OUT)[0][:-1]]
        found = database.query(enter, by)
        if not found:
            raise NotActing
        yield found[0]
        if not outermost and not connection.needs_rollback:
            # A savepoint keeps what was set inside it: step back to where the outer block stood.
            database.execute(STEP_BACK, before)
