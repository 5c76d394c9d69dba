"""What the worker does for this room: ends what nobody answers, and proposes who could start where next week."""

from collections.abc import Iterable

from trappan import database
from trappan.worker.jobs import Order


def close_unanswered() -> None:
    """End the proposals whose day of an answer has passed, and the searches whose yes has run out."""
    database.value("matching_close_unanswered")


def order_allocations() -> None:
    """Order for the coming Monday who could start where, in each municipality in which somebody waits."""
    database.value("matching_order_allocations", None, None)


def allocations_waiting() -> Iterable[int]:
    """Return the orders of who could start where that nobody has carried out."""
    return [int(one.matching_allocations_waiting) for one in database.rows("matching_allocations_waiting")]


def carry_out_allocation(row: int) -> None:
    """Propose who could start where, in one transaction: killed anywhere, nothing of it stands and it waits."""
    # Only here, since a web process knows this room too: what reckons is the worker's.
    from trappan.matching.allocation.run import allocate_run

    allocate_run(row)


def count_ruled_out() -> None:
    """Count what ruled women and men out in the month that has ended, once, where a run was made in it."""
    database.value("matching_count_ruled_out")


def thin_allocations() -> None:
    """Erase what was proposed and nobody has answered, when it has been kept as long as the rules say."""
    database.value("matching_thin_allocations")


def questions_waiting() -> Iterable[int]:
    """Return what is asked would be different of a week's proposals, and nobody has answered."""
    return [int(one.matching_questions_waiting) for one in database.rows("matching_questions_waiting")]


def answer_question(row: int) -> None:
    """Answer what would be different, in one transaction; whoever comes second finds it answered."""
    # Only here, as above.
    from trappan.matching.allocation.answered import answer

    answer(row)


def forget_questions() -> None:
    """Erase what was asked so long ago as the rules say, and what begun weeks were reckoned of."""
    database.value("matching_forget_questions")


ORDERS = [
    Order("matching.allocate", carry_out_allocation, allocations_waiting),
    Order("matching.what_if", answer_question, questions_waiting),
]
EACH_DAY = {
    "matching.close_unanswered": close_unanswered,
    "matching.forget_questions": forget_questions,
    "matching.order_allocations": order_allocations,
    "matching.count_ruled_out": count_ruled_out,
    "matching.thin_allocations": thin_allocations,
}
# Some seconds where many wait and many places are free: no message waits for it.
LONG = {"matching.allocate"}
