"""The quarters' counts as they were delivered, for heads of units."""

from django.http import HttpResponse
from django.shortcuts import render

from trappan.exchange.quarters import quarters as delivered
from trappan.history.record import record
from trappan.secrecy.rights import Request, may

SHOWN = 8  # two years


@may("exchange.see_quarters")
def quarters(request: Request) -> HttpResponse:
    """Show what was delivered of each quarter: asked, reduced and refused, by obstacle, each to the nearest five."""
    listed = list(delivered())[:SHOWN]
    record("exchange.see_quarters", kind="read", found=len(listed))
    return render(request, "exchange/quarters.html", {"quarters": listed})
