"""The page of a partner's own house."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from trappan.desk.house import house_of
from trappan.history.record import record
from trappan.secrecy.rights import Request, may


@may("desk.see_house")
def house(request: Request) -> HttpResponse:
    """Show a partner's coordinator the own workplaces together, what is agreed, and which days come."""
    if not request.actor.at_partner:
        raise Http404
    record("desk.see_house", kind="read")
    return render(request, "desk/house.html", house_of(request.actor))
