"""The start page: what waits for a colleague today."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.desk.work import waiting_for
from trappan.secrecy.rights import Request, may


@may("desk.see_start")
def start(request: Request) -> HttpResponse:
    """Show what waits for the colleague today; each role its own."""
    if request.actor.role in ("supervisor", "site_leader"):
        return redirect("attendance:day")
    if request.actor.role == "auditor":
        return redirect("desk:log")
    queues = waiting_for(request.actor)
    urgent = sum(len(queue.rows) for queue in queues if queue.urgency == "today")
    groups = [
        (title, [queue for queue in queues if queue.urgency == urgency])
        for urgency, title in (("today", _("Do today")), ("week", _("Do this week")), ("watch", _("Keep an eye on")))
    ]
    context = {
        "groups": [group for group in groups if group[1]],
        "urgent": urgent,
        "week": request.actor.today.isocalendar().week,
    }
    return render(request, "desk/start.html", context)
