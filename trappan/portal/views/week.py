"""My week: today first, then the days to the end of next week."""

from django.http import HttpRequest

from trappan import database
from trappan.portal.forms.absence import MINUTES, REASONS, REASONS_OF_ANOTHER
from trappan.portal.own import Own, Page, helped_page
from trappan.portal.week import days_of, in_words


@helped_page
def week(_request: HttpRequest, me: Own) -> Page:
    """Show what the days hold, where, and whom to ring."""
    return draw(me)


def draw(me: Own, refused: str = "") -> Page:
    """Draw the week, with why nothing could be said of a time where that is so."""
    first, *others = days_of(me.today)
    context = {
        "today": first,
        "others": others,
        "today_in_words": in_words(me.today),
        "contact": database.row("portal_contact"),
        "reasons": REASONS,
        "reasons_of_another": REASONS_OF_ANOTHER,
        "minutes": MINUTES,
        "fallen": [] if me.helping else database.rows("portal_fallen"),
        "refused": refused,
        "here": "week",
    }
    template = "portal/helped/week.html" if me.helping else "portal/week.html"
    return Page(template, context, 422 if refused else 200)
