"""A site's calendar: which days are held, closed or cancelled, and who says so."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.activities.models import Activity
from trappan.database.among import IsAmong
from trappan.messages.orders import sms_is_set
from trappan.people.models import Person
from trappan.placements import operations
from trappan.placements.forms import CancelForm, ClosureForm
from trappan.placements.models import Cancellation, Closure, Session
from trappan.schedules.models import Day
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

AHEAD = 28  # days shown
MOST_NAMED = 20


@may("placements.keep_calendar")
def calendar(request: Request) -> HttpResponse:
    """Show the coming four weeks of the own site; cancel a day, close the site, take either back."""
    today, unit_id = request.actor.today, request.actor.unit_id
    own = Activity.objects.lasting(today).filter(unit_id=unit_id).order_by("name")
    acts = Acts(request, acts_of(request, own))
    if acts.carried_out():
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
        "acts": acts,
        "form": acts.form,
        "closures": acts.beside("open", closures_of(request).filter(opened_at=None)),
        "cancelled": acts.beside("restore", cancelled_of(request, own).filter(restored_at=None)),
    }
    return render(request, "placements/calendar.html", context, status=acts.status)


def closures_of(request: Request) -> Any:
    """Return when the own site is closed, now or to come, and what was opened after all."""
    return Closure.objects.lasting(request.actor.today).filter(unit_id=request.actor.unit_id)


def cancelled_of(request: Request, own: Any) -> Any:
    """Return the days to come that are cancelled in the own activities, and those held after all."""
    cancelled = Cancellation.objects.filter(activity__in=own, day__gte=request.actor.today)
    return cancelled.select_related("activity")


def acts_of(request: Request, own: Any) -> list[Act]:
    """List what may be done with the site's days; only its leader closes the site, for a time."""
    today, leader = request.actor.today, "activities.change_places"
    held = _("Held as before. Whoever was told otherwise is told that it is on again.")
    acts = [
        Act(
            "cancel",
            operations.cancel_day,
            _("Cancel the day"),
            CancelForm,
            on={"today": today},
            given={"activities": own, "initial": {"day": today}},
            done=lambda made: saved(made.activity_id, made.day, made.day + timedelta(days=1)),
        ),
        Act(
            "close",
            operations.close_site,
            _("Close the site"),
            ClosureForm,
            on={"by": request.actor},
            done=lambda made: saved(None, made.starts_on, made.ends_on),
            right=leader,
        ),
    ]
    for one in closures_of(request):
        on = {"closure": one}
        acts.append(Act("open", operations.open_site, _("Open after all"), on=on, done=held, right=leader, row=one.pk))
    for one in cancelled_of(request, own):
        on = {"cancellation": one}
        acts.append(Act("restore", operations.restore_day, _("Hold it after all"), on=on, done=held, row=one.pk))
    return acts


def saved(activity_id: int | None, first: date, until: date) -> str:
    """Say that days are off, how many are told of it and how, and by name who is not reached and must be rung."""
    told = database.rows("placements_told_off", activity_id, first, until, sms_is_set())
    by_sms, by_mail = (sum(one.channel == way for one in told) for way in ("sms", "email"))
    said = [_("Saved. Those days are neutral: nobody is away from them.")]
    if by_sms:
        words = ngettext("%(many)s is told by text message.", "%(many)s are told by text message.", by_sms)
        said.append(words % {"many": by_sms})
    if by_mail:
        words = ngettext("%(many)s is told by e-mail.", "%(many)s are told by e-mail.", by_mail)
        said.append(words % {"many": by_mail})
    unreached = [one.person_id for one in told if not one.channel]
    if unreached:
        people = Person.objects.filter(IsAmong("id", unreached)).order_by("sort", "pk")[:MOST_NAMED]
        words = _("No message reaches %(many)s: ring %(names)s.")
        if len(unreached) > MOST_NAMED:
            words = _("No message reaches %(many)s: ring %(names)s and the others.")
        said.append(words % {"many": len(unreached), "names": ", ".join(one.name for one in people)})
    return " ".join(said)
