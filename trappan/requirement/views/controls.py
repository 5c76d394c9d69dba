"""The controls over the chain of duties."""

from django.http import HttpResponse
from django.shortcuts import render

from trappan.history.record import record
from trappan.requirement.controls import controls_of
from trappan.secrecy.rights import Request, has, may


@may("requirement.see_controls")
def controls(request: Request) -> HttpResponse:
    """Show, by case number, where the chain has a gap: own cases, and for a head the whole unit's."""
    record("requirement.see_controls", kind="read")
    context = {
        "controls": controls_of(request.actor.today),
        "sees_quarters": has(request.actor, "exchange.see_quarters"),
    }
    return render(request, "requirement/controls.html", context)
