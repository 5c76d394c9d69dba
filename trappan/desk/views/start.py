"""The start page: what waits for a colleague today, and all of one of its boxes."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.desk.host import host_desk
from trappan.desk.unit_figures import unit_figures
from trappan.desk.work import day_of
from trappan.desk.work.boxes import BOXES, WORDS, Day
from trappan.desk.work.forward import DAYS
from trappan.history.record import record
from trappan.secrecy.rights import Request, has, may

A_PAGE = 50
# Roles whose day is a page of its own.
ELSEWHERE = (
    {"supervisor": "attendance:day", "site_leader": "attendance:day", "auditor": "desk:log"}
    | dict.fromkeys(("director", "controller", "board_reader"), "insight:board")
    | dict.fromkeys(("project_leader", "project_coordinator"), "projects:projects")
)
# The acts at the top, beside what waits; right, page and words.
ACTS = (
    ("assistance.receive_application", "cases:receive", gettext_lazy("Receive an application")),
    ("desk.see_caseload", "desk:caseload", gettext_lazy("My cases")),
    ("staff.see_units", "staff:organisation", gettext_lazy("Units")),
    ("employers.keep", "employers:employers", gettext_lazy("Employers")),
    ("employers.ask_places", "activities:departments", gettext_lazy("Departments")),
    ("plans.map_frames", "plans:frames", gettext_lazy("Frames")),
    ("cases.work_referral", "desk:people", gettext_lazy("Participants")),
)


@may("desk.see_start")
def start(request: Request) -> HttpResponse:
    """Show what waits for the colleague today; each role its own."""
    actor = request.actor
    if actor.role in ELSEWHERE:
        return redirect(ELSEWHERE[actor.role])
    if actor.role == "host_manager":
        desk = host_desk(actor)
        record("desk.see_hosted", unit_id=actor.unit_id, kind="read", found=len(desk["next_week"]))
        return render(request, "desk/host.html", desk)
    day = day_of(actor)
    today = [one for one in day.coming if one.day == actor.today]
    context = {
        "day": day,
        "appointments": today,
        "coming": len(day.coming),
        "forward": day.forward[:3],
        "week": actor.today.isocalendar().week,
        "acts": [{"url": reverse(page), "words": words} for right, page, words in ACTS if has(actor, right)][:2],
    }
    if actor.role == "head_of_unit":
        own = next(one for one in day.members if one.pk == actor.membership_id)
        context |= {"unit": unit_figures(actor, day.members), "unit_name": own.unit.name}
        context |= {"unmarked": rows_in(day, "unmarked"), "to_hand_out": rows_in(day, "hand_out")}
        return render(request, "desk/unit.html", context)
    return render(request, "desk/start.html", context)


def rows_in(day: Day, key: str) -> int:
    """Return how much waits in a box, as it stands now: whatever the night counted, this is there to be done."""
    return sum(len(box.rows) for box in day.boxes if box.key == key)


@may("desk.see_start")
def box(request: Request, box: str) -> HttpResponse:
    """Show all rows of a box of one's own start page, fifty at a time."""
    day = day_of(request.actor)
    name, why, rows = contents(day, box)
    pages = Paginator(rows, A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    record("desk.see_box", kind="read", scope="log", found=len(page), box=box)
    return render(request, "desk/box.html", {"name": name, "why": why, "page": page, "box": box})


def contents(day: Day, key: str) -> tuple[str, str, Sequence[object]]:
    """Return what a box is called, what one does there, and all of it; 404 for one that the role does not have."""
    if day.follows is not None and key == "week":
        return _("Your meetings of the week"), _("Today and six days on."), day.coming
    if day.follows is not None and key == "forward":
        return _("What went forward"), _("In the last %(days)s days, the latest first.") % {"days": DAYS}, day.forward
    if key not in BOXES.get(day.role, ()):
        raise Http404
    rows = next((one.rows for one in day.boxes if one.key == key), [])
    name, why = WORDS[key]
    return str(name), str(why), rows
