"""The proposals that a manager of an own department answers, as the database tells them to that manager alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trappan import database
from trappan.employers.models import Opening
from trappan.refusals.forms import row_number
from trappan.schedules.clock import now
from trappan.staff.choices import in_role
from trappan.staff.models import Membership


@dataclass(frozen=True)
class Proposed:
    """A proposal about an opening of the own workplace: what went out, line by line, and whom one asks about it."""

    key: int
    opening: Opening
    lines: Sequence[str]
    sent_on: date
    answer_by: date
    meets_at: datetime | None
    meets_where: str
    contact: str
    phone: str

    def is_late(self, today: date) -> bool:
        """Tell whether the day of the answer has passed."""
        return self.answer_by < today and (self.meets_at is None or self.meets_at < now())


def proposed_here() -> list[Proposed]:
    """Return what waits for the manager who asks, the first to answer first; to all others nothing."""
    return with_openings(database.rows("matching_proposed_here"))


def read_proposed(proposal_id: int) -> Proposed | None:
    """Return one of them, and let the log of the person tell that it was read; None where it is not one's own."""
    return next(iter(with_openings(database.rows("matching_read_here", row_number(str(proposal_id))))), None)


def with_openings(rows: Sequence[Any]) -> list[Proposed]:
    """Put its opening beside each."""
    openings = Opening.objects.in_bulk([one.opening_id for one in rows]) if rows else {}
    return [
        Proposed(
            one.proposal_id,
            openings[one.opening_id],
            one.words.splitlines(),
            one.sent_on,
            one.answer_by,
            one.meets_at,
            one.meets_where,
            one.contact,
            one.phone,
        )
        for one in rows
    ]


def managers_of(opening: Opening) -> list[Membership]:
    """Return who manages the workplace of an opening, and so answers on a page of their own."""
    unit_id = opening.workplace.unit_id if opening.workplace else None
    return list(in_role("host_manager").filter(unit_id=unit_id)) if unit_id else []
