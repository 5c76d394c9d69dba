"""Answer what colleagues are asked once a year, or put it off."""

from collections.abc import Mapping

from django.db import transaction

from trappan.history.record import record
from trappan.insight.operations.refusals import NO
from trappan.refusals import call


@transaction.atomic
def say_how_it_goes(*, answers: Mapping[str, int]) -> None:
    """Answer, once a year: each question by its code, with a grade from 1 to 5.

    The log says that it was done, and not what; refused outside October and November, and where it was done before.
    """
    call("insight_say_how_it_goes", list(answers), list(answers.values()), sentences=NO)
    record("insight.say_how_it_goes")


@transaction.atomic
def put_off_question() -> None:
    """Put the question off for two weeks; it can be answered all the same."""
    call("insight_put_off_question", sentences=NO)
    record("insight.put_off_question")
