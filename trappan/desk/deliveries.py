"""What is to be delivered to authorities, for whoever delivers it: on the board's page, where that day begins."""

from dataclasses import dataclass
from datetime import date

from trappan import database
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has


@dataclass(frozen=True)
class Due:
    """The files that are not sent yet: how many, when the first is due, and how many are late."""

    count: int
    first: date
    late: int


def deliveries_due(actor: Actor) -> Due | None:
    """Return what has not been sent of the periods that were over last; None where nothing is, and to others."""
    if not has(actor, "exchange.deliver"):
        return None
    days = [one.due for one in database.rows("exchange_due") if one.sent is None]
    return Due(len(days), min(days), sum(day < actor.today for day in days)) if days else None
