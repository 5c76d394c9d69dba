"""The page of what own departments order from crews, and what was made."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import DeclineOrderForm, MadeForm, OrderForm, TakeOrderForm
from trappan.activities.models import Activity, Crew, CrewOrder
from trappan.employers.models import Workplace
from trappan.history.record import record
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import SITE_STAFF, Request, has, may

ANSWER = "activities.answer_order"
SHOWN = 30


@may("activities.see_orders")
def orders(request: Request) -> HttpResponse:
    """Show orders and what was made of them; own departments order, the site of the crews answers."""
    every = CrewOrder.objects.select_related("activity__unit", "job__crew", "author__colleague")
    if request.actor.role in SITE_STAFF:
        every = every.filter(activity__unit=request.actor.unit_id)
    found = list(every[:SHOWN])
    acts = Acts(request, [*ordering(request), *(act for one in found for act in answering(request, one))])
    if acts.carried_out():
        return redirect("activities:orders")
    record("activities.see_orders", kind="read", found=len(found))
    going = [one for one in found if one.state in ("waits", "taken")]
    context = {
        "acts": acts,
        "going": acts.beside("take", going, "decline", "made"),
        "ended": [one for one in found if one not in going],
        "answers": has(request.actor, ANSWER),
    }
    return render(request, "activities/orders.html", context, status=acts.status)


def ordering(request: Request) -> list[Act]:
    """Return the act of ordering, where there is somebody to order from and for."""
    if not has(request.actor, "activities.order_work"):
        return []
    today = request.actor.today
    with_crews = Crew.objects.filter(taken_out_at=None).values("activity")
    activities = Activity.objects.on(today).filter(pk__in=with_crews, unit__organisation=request.actor.organisation_id)
    workplaces = Workplace.objects.open(today).filter(employer__kind="department").select_related("employer")
    order = Act(
        "order",
        operations.order_work,
        _("Order it"),
        OrderForm,
        on={"today": today},
        given={"activities": activities.select_related("unit"), "workplaces": workplaces},
        right="activities.order_work",
    )
    return [order]


def answering(request: Request, one: CrewOrder) -> list[Act]:
    """Return what the site of the crews may answer to an order."""
    if one.activity.unit_id != request.actor.unit_id:
        return []
    today = request.actor.today
    about: dict[str, Any] = {"right": ANSWER, "row": one.pk, "beside": one.what}
    if one.state == "waits":
        crews = Crew.objects.filter(activity=one.activity_id, taken_out_at=None)
        given, on = {"crews": crews, "initial": {"starts_on": today}}, {"order": one}
        return [
            Act("take", operations.take_order, _("Take it"), TakeOrderForm, on, given, **about),
            Act("decline", operations.decline_order, _("Say no"), DeclineOrderForm, on, **about),
        ]
    if one.state == "taken":
        given, on = {"initial": {"made_on": today}}, {"order": one, "today": today}
        return [Act("made", operations.make_order, _("It is made"), MadeForm, on, given, **about)]
    return []
