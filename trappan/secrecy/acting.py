"""Run a block as one transaction on behalf of one membership.

Inside, the database role is trappan_app, which obeys the policies; outside, secret tables answer
"permission denied". The unit and role are looked up by the database from the membership.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from trappan import database


@dataclass(frozen=True)
class Actor:
    """A colleague in a unit in a role, as the database has just confirmed it, and the day."""

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


class NotActing(Exception):
    """The membership is not the colleague's, is not confirmed, or is not valid today."""


STAND = (
    "SELECT current_setting('role'), current_setting('trappan.actor', true), "
    "current_setting('trappan.colleague', true), current_setting('trappan.unit', true)"
)
STEP_BACK = (
    "SELECT set_config('role', %s, true), set_config('trappan.actor', %s, true), "
    "set_config('trappan.colleague', %s, true), set_config('trappan.unit', %s, true)"
)
ENTER = "SELECT e.*, set_config('role', 'trappan_app', true) FROM secrecy_enter(%s, %s) e"


@contextmanager
def acting(colleague_id: int, membership_id: int) -> Iterator[Actor]:
    """Enter as this membership of this colleague; refused with NotActing where it does not hold."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if not outermost:
            before = [value or "" for value in database.query(STAND)[0]]
        entered = database.query(ENTER, [colleague_id, membership_id])
        if not entered:
            raise NotActing
        yield Actor(*entered[0][:-1])
        if not outermost and not connection.needs_rollback:
            # A savepoint keeps what was set inside it: step back to where the outer block stood.
            database.execute(STEP_BACK, before)
