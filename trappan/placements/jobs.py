"""What the worker does for this room: see each minute which days in somebody's schedule are to be reminded of.

One transaction a placement writes the days down, one a message orders it, as of all that is reminded of
(`messages.jobs`): a worker that is killed between two has ordered each once, or left it to the next minute's round.
"""

from collections.abc import Iterable

from trappan import database
from trappan.messages.jobs import remind
from trappan.messages.orders import sms_is_set
from trappan.worker.jobs import Order


def due() -> Iterable[int]:
    """Return the placements that have a day to remind of now."""
    return [int(one.placements_to_remind) for one in database.rows("placements_to_remind", sms_is_set())]


def remind_of_days(row: int) -> None:
    """Order the messages of one placement's days that are to be told of now; nothing where there are none any more."""
    for one in database.rows("placements_remind", row, sms_is_set()):
        remind(one.placements_remind)


# It has no bell: a day waits for its moment, and the minute's round is that.
ORDERS = [Order("placements.remind", remind_of_days, due)]
