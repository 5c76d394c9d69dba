"""The head's page of colleagues who are away, and of their meetings to come."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import AwayForm, CoverForm
from trappan.cases.models import Meeting
from trappan.history.record import record
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.staff.choices import in_role
from trappan.staff.models import Away, Membership
from trappan.staff.operations import say_away, say_back


@may("cases.cover")
def away(request: Request) -> HttpResponse:
    """Say who is away, or back; list their meetings to come, by case number."""
    today = request.actor.today
    gone = list(
        Away.objects.lasting(today)
        .filter(membership__unit_id=request.actor.unit_id)
        .select_related("membership__colleague")
        .order_by("starts_on", "pk")
    )
    colleagues = Membership.objects.in_force().filter(unit_id=request.actor.unit_id)
    say = Act(
        "away",
        say_away,
        _("Say that the colleague is away"),
        AwayForm,
        given={
            "colleagues": colleagues.exclude(pk=request.actor.membership_id)
            .select_related("colleague", "unit")
            .order_by("colleague__family_name"),
            "initial": {"starts_on": today},
        },
        done=_("Saved. The colleague's meetings on those days are on the list."),
        prefixed=False,
    )
    backs = [
        Act(
            "back",
            say_back,
            _("Is back"),
            on={"membership_id": one.membership_id},
            row=one.pk,
            beside=one.membership.colleague.name,
        )
        for one in gone
    ]
    acts = Acts(request, [say, *backs])
    if acts.carried_out():
        return redirect("cases:away")
    context = {"acts": acts, "form": acts.form, "away": acts.beside("back", gone), "meetings": to_cover()}
    return render(request, "cases/away.html", context, status=acts.status)


def to_cover() -> list[dict[str, Any]]:
    """Return the meetings to come of colleagues of the unit who are away or have left; the earliest first."""
    return [
        {"row": one, "how": Meeting.How(one.how).label}
        for one in database.query("SELECT * FROM cases_meetings_to_cover()")
    ]


@may("cases.cover")
def cover(request: Request, meeting_id: int) -> HttpResponse:
    """Move a meeting of somebody who is away, give it to a colleague, or cancel it."""
    found = next((one["row"] for one in to_cover() if one["row"].meeting_id == meeting_id), None)
    if found is None:
        raise Http404
    starts_at, on = localtime(found.starts_at), {"meeting_id": meeting_id}
    acts = Acts(
        request,
        [
            Act(
                "move",
                operations.move_for_away,
                _("Move the meeting"),
                CoverForm,
                on=on,
                given={
                    "colleagues": in_role(found.role).filter(unit_id=request.actor.unit_id),
                    "initial": {"day": starts_at.date(), "at": starts_at.time()},
                },
                done=_("The meeting is moved. The colleague has it among her own, and tells the person."),
                prefixed=False,
            ),
            Act(
                "cancel",
                operations.cancel_for_away,
                _("Cancel the meeting"),
                on=on,
                done=_("The meeting is cancelled. See to it that the person is told."),
            ),
        ],
    )
    if acts.carried_out():
        return redirect("cases:away")
    record("cases.see_away", kind="read", meeting=meeting_id)
    context = {"found": found, "how": Meeting.How(found.how).label, "acts": acts, "form": acts.form}
    return render(request, "cases/cover.html", context, status=acts.status)
