"""Asking how it went: one page for each time, and the list of those to ask."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.outcomes import operations
from trappan.outcomes.follow_up_list import COLUMNS, USUAL, lines, ordered, row
from trappan.outcomes.follow_ups import times_of, waiting
from trappan.outcomes.forms import FollowUpForm
from trappan.outcomes.models import Exit
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, may
from trappan.ui.lists.listing import Listing
from trappan.ui.tabs import Tab, in_tab


@may("outcomes.follow_up")
@in_tab(Tab.MORE)
def follow_up(request: Request, exit_id: int) -> HttpResponse:
    """Write down how it went, at the time that is to be asked about now; or say when that is."""
    done = get_object_or_404(Exit.objects.select_related("person"), pk=exit_id)
    today = request.actor.today
    times = times_of(done, done.follow_ups.all(), rules_on(today))
    now = waiting(times, today) or next((one for one in reversed(times) if one.is_open(today)), None)
    form = FollowUpForm(
        request.POST or None, done=done, today=today, initial={"months": now.months if now else None, "day": today}
    )
    if form.is_valid() and carry_out(form, operations.follow_up, exit=done, today=today, **form.cleaned_data):
        messages.success(request, _("Saved. Thank you for asking."))
        return redirect("outcomes:exits", done.person_id)
    record("outcomes.see_follow_up", done.person_id, scope="plan", kind="read")
    kind = labels("exit_kind").get(("exit_kind", done.sub_code), "")
    context = {
        "exit": done,
        "person": done.person,
        "form": form,
        "now": now,
        "kind": kind,
        "coming": next((one for one in times if not one.has_come(today)), None),
    }
    return render(request, "outcomes/follow_up.html", context, status=422 if form.errors else 200)


@may("outcomes.see_follow_ups")
def follow_ups(request: Request) -> HttpResponse:
    """List those of the reader's own who are to be asked how it went; the longest ago first."""
    listing = Listing("uppfoljningar", _("Follow-ups to do"), COLUMNS, USUAL, request.GET)
    found = ordered(lines(request.actor), listing.order)
    listing.show_whole(found, lambda one: one.exit.pk, lambda some: [row(one, request.actor.today) for one in some])
    record("outcomes.see_follow_ups", kind="read", found=len(found))
    return render(request, "outcomes/follow_ups.html", {"listing": listing}, status=listing.status)
