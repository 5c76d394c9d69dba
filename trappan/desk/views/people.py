"""The people in reach, fifty at a time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.desk.lists.people import kind_of
from trappan.desk.lists.walked import NAME, fill, whole
from trappan.history.record import record
from trappan.people.reach import PAGE, Key, behind, keys_called, reach
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.asked import asked, keep_asked
from trappan.ui.lists.listing import Listing

PAGES = 20  # of a name: whoever looks further writes more of it


@may("desk.see_people")
def people(request: Request) -> HttpResponse:
    """List the people in reach in Swedish order, fifty at a time, or the first fifty who are called so."""
    if request.method == "POST":
        return keep_asked(request, reverse("desk:people"), {"name": request.POST.get("name", "")})
    token, question = asked(request)
    typed = question.get("name", "")
    kind = kind_of(request.actor)
    listing = Listing(
        "deltagare",
        _("Participants"),
        kind.columns,
        NAME,
        request.GET,
        {"asked": token} if token else {},
        may_export=has(request.actor, "desk.export_people"),
    )

    def walk(start: Key | None, backwards: bool, limit: int) -> list[Key]:
        if typed:
            return behind(keys_called(typed, limit if listing.is_file else PAGES * PAGE), start, backwards)[:limit]
        return reach(after=start, limit=limit, backwards=backwards)

    if listing.is_file:
        # The log tells that a name was asked for, never which.
        narrowed = {"name": "…"} if typed else {}
        file = exported(request, listing, *whole(listing, kind, walk), right="desk.export_people", filters=narrowed)
        if file is not None:
            return file
    fill(listing, kind, walk)
    record("desk.see_people", kind="search" if typed else "read", scope="log", found=len(listing.rows))
    context = {"listing": listing, "searched_name": typed, "token": token}
    return render(request, "desk/people.html", context, status=listing.status)
