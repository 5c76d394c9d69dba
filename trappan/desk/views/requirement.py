"""Everybody under the requirement: for social workers, and for heads of what they have opened."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.desk.forms import RequirementFilter
from trappan.desk.lists.requirement import of_requirement, walk_under
from trappan.desk.lists.walked import NAME, fill, whole
from trappan.history.record import record
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.listing import Listing, chips, chosen, for_the_log


@may("desk.see_requirement")
def requirement(request: Request) -> HttpResponse:
    """List everybody in reach who comes under the requirement, with hours, plan, request and place."""
    form = RequirementFilter(request.GET, by=request.actor)
    kept = chosen(form)
    kind, walk = of_requirement(request.actor, form.cleaned_data if form.is_valid() else {}), walk_under()
    listing = Listing(
        "omfattas-av-kravet",
        _("Under the requirement"),
        kind.columns,
        NAME,
        request.GET,
        kept,
        chips(form, kept) if form.is_valid() else (),
        may_export=has(request.actor, "desk.export_requirement"),
    )
    if listing.is_file and form.is_valid():
        rows = whole(listing, kind, walk)
        file = exported(request, listing, *rows, right="desk.export_requirement", filters=for_the_log(form))
        if file is not None:
            return file
    if form.is_valid():
        fill(listing, kind, walk)
    record("desk.see_requirement", kind="read", scope="log", found=len(listing.rows))
    context = {"form": form, "listing": listing, "is_head": has(request.actor, "exchange.see_quarters")}
    return render(request, "desk/requirement.html", context, status=listing.status if form.is_valid() else 400)
