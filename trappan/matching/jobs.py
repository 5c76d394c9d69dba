"""What the worker does for this room each day: what nobody has answered ends as unanswered."""

from trappan import database


def close_unanswered() -> None:
    """End the proposals whose day of an answer has passed, and the searches whose yes has run out."""
    database.value("matching_close_unanswered")


EACH_DAY = {"matching.close_unanswered": close_unanswered}
