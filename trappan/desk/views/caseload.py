"""One's own cases, or a colleague's that one sees."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.desk.forms import CaseloadFilter
from trappan.desk.lists.caseload import USUAL, columns_for, fill, whole
from trappan.history.record import record
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.listing import Listing, chips, chosen, for_the_log


@may("desk.see_caseload")
def caseload(request: Request) -> HttpResponse:
    """List one's own open cases, or a colleague's that one sees: the longest wait first."""
    form = CaseloadFilter(request.GET, by=request.actor)
    kept = chosen(form)
    listing = Listing(
        "mina-arenden",
        _("My cases"),
        columns_for(request.actor),
        USUAL,
        request.GET,
        kept,
        chips(form, kept) if form.is_valid() else (),
        may_export=has(request.actor, "desk.export_caseload"),
    )
    lines = form.chosen() if form.is_valid() else []
    if listing.is_file and kept.get("activity"):
        # Where somebody protected is stands in no file, and a file of those at one place would tell.
        lines = [line for line in lines if not line.case.person.is_protected]
    if listing.is_file and form.is_valid():
        file = exported(
            request,
            listing,
            len(lines),
            lambda: whole(listing, lines, request.actor, len(form.steps)),
            right="desk.export_caseload",
            filters=for_the_log(form),
        )
        if file is not None:
            return file
    entries = fill(listing, lines, request.actor, len(form.steps))
    record("desk.see_caseload", kind="read", scope="log", found=len(lines))
    context = {"form": form, "entries": entries, "listing": listing, "own": form.own}
    return render(request, "desk/caseload.html", context, status=listing.status if form.is_valid() else 400)
