"""A site's calendar: which days are held, closed or cancelled, and who says so."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.activities.models import Activity
from trappan.placements import operations
from trappan.placements.forms import CancelForm, ClosureForm
from trappan.placements.models import Cancellation, Closure, Session
from trappan.refusals.forms import carry_out, row_number
from trappan.schedules.models import Day
from trappan.secrecy.rights import Request, may

AHEAD = 28  # days shown


@may("placements.keep_calendar")
def calendar(request: Request) -> HttpResponse:
    """Show the coming four weeks of the own site; cancel a day, close the site, take either back."""
    today, unit_id = request.actor.today, request.actor.unit_id
    own = Activity.objects.lasting(today).filter(unit_id=unit_id).order_by("name")
    which = request.POST.get("form", "")
    forms = {
        "cancel": CancelForm(
            request.POST if which == "cancel" else None, activities=own, prefix="cancel", initial={"day": today}
        ),
        "close": ClosureForm(request.POST if which == "close" else None, prefix="close"),
    }
    if which == "take_back":
        return take_back(request)
    form = forms.get(which)
    if (
        form is not None
        and form.is_valid()
        and carry_out(form, done, request=request, which=which, **form.cleaned_data)
    ):
        messages.success(request, _("Saved. Those days are neutral: nobody is away from them."))
        return redirect("placements:calendar")
    last = today + timedelta(days=AHEAD)
    expected = {
        (row["day"], row["state"]): row["count"]
        for row in Session.objects.filter(unit_id=unit_id, day__gte=today, day__lt=last)
        .order_by()
        .values("day", "state")
        .annotate(count=Count("key"))
    }
    days = [
        {
            "day": day.day,
            "name": day.holiday or day.eve,
            "held": expected.get((day.day, Session.State.HELD), 0),
            "neutral": sum(
                count for (at, state), count in expected.items() if at == day.day and state != Session.State.HELD
            ),
        }
        for day in Day.objects.filter(day__gte=today, day__lt=last).order_by("day")
    ]
    context = {
        "days": [day for day in days if day["held"] or day["neutral"] or day["name"]],
        "forms": forms,
        "form": form,
        "may_close": request.actor.role == "site_leader",
        "closures": Closure.objects.lasting(today).filter(unit_id=unit_id, opened_at=None),
        "cancelled": Cancellation.objects.filter(activity__in=own, restored_at=None, day__gte=today).select_related(
            "activity"
        ),
    }
    return render(request, "placements/calendar.html", context, status=422 if form and form.errors else 200)


def done(*, request: Request, which: str, **values: Any) -> None:
    """Carry out what the page's form asks for."""
    if which == "close":
        operations.close_site(by=request.actor, **values)
    else:
        operations.cancel_day(today=request.actor.today, **values)


def take_back(request: Request) -> HttpResponse:
    """Open the site again, or hold a cancelled day after all."""
    key = request.POST.get("key", "")
    kind, _colon, text = key.partition(":")
    if number := row_number(text):
        closure = Closure.objects.filter(pk=number, unit_id=request.actor.unit_id).first()
        cancellation = Cancellation.objects.filter(pk=number, activity__unit_id=request.actor.unit_id).first()
        if kind == "closure" and closure:
            operations.open_site(closure=closure)
            messages.success(request, _("Held as before."))
        elif kind == "cancellation" and cancellation:
            operations.restore_day(cancellation=cancellation)
            messages.success(request, _("Held as before."))
    return redirect("placements:calendar")
