"""My steps: where one stands, what comes next, and what has been seen already."""

from typing import Any

from django.http import HttpRequest

from trappan import database
from trappan.portal.frame_words import in_own_words
from trappan.portal.own import Own, Page, guarded_page
from trappan.ui.staircase import Move, Stair, Step, staircase
from trappan.ui.templatetags.ui import day as in_words

SMALL_STEPS = 8


@guarded_page
def steps(_request: HttpRequest, me: Own) -> Page:
    """Show the staircase with where one stands, and small steps: nothing of what went down."""
    rows = [row._replace(name=in_own_words(row.name)) for row in database.rows("portal_steps")]
    seen = database.rows("portal_signs")
    now = next((row for row in rows if row.stands), None)
    own = next((row for row in rows if row.rated), None)
    stair = without_paths(rows, now, own)
    coming = next((row for row in rows if stair.next and row.number == stair.next.number), None)
    when = {one.sign: one for one in seen}
    ahead = [(in_own_words(sign), when.get(sign)) for sign in coming.signs] if coming else []
    context = {
        "stair": stair,
        "now": now,
        "own": own,
        "since": in_words(now.since) if now else "",
        "coming": coming,
        "ahead": ahead,
        "done": sum(one is not None for _sign, one in ahead),
        "left": sum(one is None for _sign, one in ahead),
        "small": [one._replace(sign=in_own_words(one.sign)) for one in seen[:SMALL_STEPS]],
        "is_example": bool(rows) and rows[0].is_example,
        "here": "steps",
    }
    return Page("portal/helped/steps.html" if me.helping else "portal/steps.html", context)


def without_paths(rows: list[Any], now: Any, own: Any) -> Stair:
    """Lay out the staircase with who stands where, and not how one came there."""
    below = [Move(row.number, "") for row in rows if now and row.number < now.number]
    here = [Move(now.number, in_words(now.since))] if now else []
    stair = staircase([Step(row.number, row.name) for row in rows], below + here, own.number if own else None)
    for drawing in stair.drawings:
        drawing.ways, drawing.dots = [], []
    return stair
