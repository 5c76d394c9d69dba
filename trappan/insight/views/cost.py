"""An agreement's cost by place, hour attended and person, year by year."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from trappan.history.record import record
from trappan.insight.unit_costs import period_of, unit_costs
from trappan.partnerships.money import kronor
from trappan.partnerships.views.reading import agreement_or_404
from trappan.secrecy.rights import Request, may

YEARS = 3  # of an agreement, the latest: further back hours were counted by nobody


@may("insight.see_figures")
def cost(request: Request, agreed_id: int) -> HttpResponse:
    """Show the cost of an agreement by place, hour and person, of its latest budgets that are approved."""
    found, ours = agreement_or_404(request, agreed_id)
    if not ours:
        raise Http404
    budgets = found.budgets.filter(taken_out_on=None).exclude(approved_at=None).prefetch_related("costs")
    years = []
    for budget in budgets.order_by("-starts_on", "-pk")[:YEARS]:
        period = period_of(budget)
        years.append((budget, kronor(budget.total_ore), period, unit_costs(found, period) if period else []))
    record("insight.see_cost", kind="read", agreement=found.pk)
    return render(request, "insight/cost.html", {"agreed": found, "years": years, "sees_cost": True})
