"""Who could start where next week, as it is proposed for those one works with, and one's answer to each."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.allocation.in_words import Told, tell, with_chain, with_place
from trappan.matching.forms.allocation import AcceptForm, ReasonForm
from trappan.matching.models import AllocationLine, AllocationRun
from trappan.placements.planned import usual_start
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("matching.allocate")
def allocations(request: Request) -> HttpResponse:
    """List what is proposed for one's own people on the coming Monday, each with its reasons in words."""
    today = request.actor.today
    monday = usual_start(today)
    order = Act(
        "order",
        operations.order_allocation,
        _("Reckon anew"),
        on={"by": request.actor, "monday": monday},
        done=_("Ordered. It is reckoned anew within a minute: load the page again then."),
    )
    acts = Acts(request, [order])
    if acts.carried_out():
        return redirect("matching:allocations")
    runs = list(AllocationRun.objects.filter(monday=monday)[:2])
    made = next((one for one in runs if one.made_at), None)
    lines = lines_of(made, request.actor) if made else []
    told = tell(lines, monday, today)
    record("matching.see_allocations", kind="read", found=len(told))
    context = {
        "monday": monday,
        "run": made,
        "waits": any(one.made_at is None for one in runs),
        "to_answer": [one for one in told if one.may_be_answered],
        "others": [one for one in told if one.line.activity_id and not one.may_be_answered],
        "nothing": [one for one in told if one.line.activity_id is None],
        "acts": acts,
    }
    return render(request, "matching/allocations.html", context, status=acts.status)


def lines_of(run: AllocationRun, actor: Actor) -> list[AllocationLine]:
    """Return the lines of a run about those whom a colleague is responsible for, who has waited longest first."""
    mine = run.lines.filter(case__responsible_id=actor.membership_id, case__closed_on=None)
    return list(
        with_place(mine, actor.today).select_related("person", "activity").order_by("waits_since", "case__number", "pk")
    )


@may("matching.allocate")
@in_tab(Tab.ACTIVITIES)
def allocation(request: Request, line_id: int) -> HttpResponse:
    """Show what is proposed for one person with all reasons, and answer: take it up, look for another, or decline.

    Of somebody to whom nothing is proposed: who would have to move for them to start, for colleagues to try.
    """
    today = request.actor.today
    found = with_place(with_chain(AllocationLine.objects.select_related("run", "person", "activity")), today)
    line: Any = get_object_or_404(found, pk=line_id)
    (told,) = tell([line], line.run.monday, today)
    acts = Acts(request, acts_of(told), gone=_("That can no longer be done here. Look at the page as it is now."))
    if acts.carried_out():
        if acts.named == "change":
            days = urlencode({"first": str(line.run.monday)})
            return redirect(f"{reverse('matching:find_place', args=[line.person_id])}?{days}")
        return redirect("matching:allocations")
    record("matching.see_allocation", line.person_id, scope="plan", kind="read", line=line.pk)
    would_move = [] if line.has_place else told.would_move
    for one in would_move:
        if one.person_id:
            record("matching.see_who_would_move", one.person_id, scope="plan", kind="read", line=line.pk)
    context = {
        "told": told,
        "line": line,
        "person": line.person,
        "would_move": would_move,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "matching/allocation.html", context, status=acts.status)


def acts_of(told: Told) -> list[Act]:
    """Return the answers that there are to a line; none where it is answered or something has happened since."""
    if not told.may_be_answered:
        return []
    on = {"line": told.line}
    return [
        Act(
            "accept",
            operations.accept_allocation,
            _("Propose this to the site"),
            AcceptForm,
            on=on,
            done=_("Proposed. The place is held; the site sees first name, aim and times until it answers."),
        ),
        Act(
            "change",
            operations.change_allocation,
            _("Look for another place"),
            ReasonForm,
            on=on,
            done=_("Written down. Choose another place here."),
        ),
        Act("decline", operations.decline_allocation, _("Decline"), ReasonForm, on=on, done=_("Written down.")),
    ]
