"""The openings as a list and a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.employers.forms import OpeningsFilter
from trappan.employers.opening_list import COLUMNS, USUAL, lines, ordered, row
from trappan.history.record import record
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.listing import Listing, chips, chosen, for_the_log


@may("employers.see")
def openings(request: Request) -> HttpResponse:
    """List the openings, narrowed by what is chosen; also as a file."""
    form = OpeningsFilter(request.GET)
    kept = chosen(form)
    listing = Listing(
        "öppningar",
        _("Openings"),
        COLUMNS,
        USUAL,
        request.GET,
        kept,
        chips(form, kept) if form.is_valid() else (),
        may_export=has(request.actor, "employers.export_openings"),
    )
    found = ordered(lines(form.cleaned_data, request.actor.today), listing.order) if form.is_valid() else []
    if listing.is_file and form.is_valid():
        file = exported(
            request,
            listing,
            len(found),
            lambda: [row(one) for one in found],
            right="employers.export_openings",
            filters=for_the_log(form),
        )
        if file is not None:
            return file
    listing.show_whole(found, lambda one: one.opening.pk, lambda some: [row(one) for one in some])
    record("employers.see_opening", kind="read", found=len(found))
    context = {"form": form, "listing": listing, "keeps": has(request.actor, "employers.keep")}
    return render(request, "employers/openings.html", context, status=listing.status if form.is_valid() else 400)
