"""Who has read about me: by day, role and unit, and which kind of page; never a name."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.portal.own import Own, Page, own_page
from trappan.portal.week import in_words
from trappan.secrecy.scopes import Role
from trappan.staff.models import ROLE_NAMES
from trappan.ui.tongues import listed, swedish

SHOWN = timedelta(days=30)
# What kind of page it was, by the room that it lies in: the person knows no pages of ours by name.
KINDS: dict[str, str | Promise] = {
    "agreements": _("Agreement with an employer"),
    "assistance": _("Support"),
    "attendance": _("Attendance"),
    "cases": _("Notes and meetings"),
    "desk": _("Your page"),
    "exchange": _("Papers to authorities"),
    "initiatives": _("What you take part in"),
    "matching": _("Your profile for work"),
    "messages": _("Messages to you"),
    "outcomes": _("How it went afterwards"),
    "people": _("Name, contact and household"),
    "placements": _("Where you are"),
    "plans": _("Plan, goals and steps"),
    "portal": _("Your way in here"),
    "projects": _("What you take part in"),
    "requirement": _("Activity requirement"),
}
OPENED = _("Opened your file for a day, with a reason that is written down")
SEARCHED = _("Searched for you")
BY_LINK = _("An employer, or you, by a link that we sent")


@own_page
def who_has_read(request: HttpRequest, me: Own) -> Page:
    """Show who has opened pages about one in the last month, or in the last year where that is asked for."""
    older = "older" in request.GET
    rows = [row for row in database.rows("portal_readings") if older or row.day > me.today - SHOWN]
    context = {"days": by_day(rows), "older": older, "here": "more"}
    return Page("portal/who_has_read.html", context)


def by_day(rows: list[Any]) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return for each day who read, by role and unit, and which kinds of pages."""
    days: dict[date, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        kinds = days[row.day][row.role, row.unit]
        if (words := kind_of(row)) not in kinds:
            kinds.append(words)
    return [(in_words(day), [(who_of(*one), kinds) for one, kinds in who.items()]) for day, who in days.items()]


def who_of(role: str, unit: str) -> str:
    """Say who it was, by role and unit; nobody of the staff has neither."""
    return listed([ROLE_NAMES[Role(role)], swedish(unit)]) if role else str(BY_LINK)


def kind_of(row: Any) -> str:
    """Say which kind of page it was."""
    if row.kind == "opening":
        return str(OPENED)
    if row.verb == "desk.search":
        return str(SEARCHED)
    return str(KINDS.get(row.verb.partition(".")[0], KINDS["desk"]))
