"""Answer what would be different of a week's proposals, in a role that reads no table."""

import json

from trappan import database
from trappan.matching.allocation import what_if
from trappan.matching.allocation.difference import difference
from trappan.matching.allocation.reckoned import Reckoned, from_json
from trappan.matching.models import AllocationQuestion
from trappan.matching.role import allocating

Change = AllocationQuestion.Change


def answer(question: int) -> bool:
    """Answer one question in one transaction; False where it is answered, or somebody else does it.

    Where the run has been reckoned anew there is nothing to compare with: the answer is empty.
    """
    with allocating():
        asked = database.row("matching_take_question", question)
        if asked is None:
            return False
        told = {}
        if asked.facts is not None:
            run = from_json(json.loads(asked.facts))
            told = difference(run, changed(run, asked.change, asked.activity_id, asked.places))
        said = json.dumps(told, ensure_ascii=False)
        database.execute("SELECT matching_answer_question(%s, %s::jsonb)", [question, said])
    return True


def changed(run: Reckoned, change: str, activity: int | None, places: int | None) -> what_if.Given:
    """Return what each would be given with one change."""
    if change == Change.PLACES and activity and places:
        return what_if.more_places(run, activity, places)
    if change == Change.CLOSED and activity:
        return what_if.without(run, {activity})
    if change == Change.SITE_CLOSED and activity:
        return what_if.without(run, {one for one, site in run.sites.items() if site == run.sites[activity]})
    if change == Change.ORDER:
        return what_if.other_order(run)
    return what_if.queue_aside(run)
