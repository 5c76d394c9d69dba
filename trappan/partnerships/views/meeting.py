"""Meetings with partners: the list, a new one, and the page of each with what was said and who does what."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import ActionDoneForm, ActionForm, MeetingForm, MinutesForm
from trappan.partnerships.meeting_list import COLUMNS, USUAL, meetings, ordered, row
from trappan.partnerships.models import JointMeeting, MeetingAction
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.staff.models import Membership
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing

SEE, KEEP = "partnerships.see_agreements", "partnerships.keep"
KEEPS = (Role.HEAD_OF_UNIT, Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER)


@may(SEE)
def listed(request: Request) -> HttpResponse:
    """List the meetings, the latest first; a partner sees those that it takes part in."""
    today, ours = request.actor.today, is_ours(request)
    if not reads_terms(request, ours=ours):
        raise Http404
    listing = Listing("meeting", _("Meetings with partners"), COLUMNS, USUAL, request.GET)
    found = ordered(list(meetings()), listing.order)

    def rows(some: Sequence[JointMeeting]) -> list[ListRow]:
        return [row(one, today) for one in some]

    listing.show_whole(found, lambda one: one.pk, rows)
    record("partnerships.see_meetings", kind="read")
    context = {"listing": listing, "keeps": ours and has(request.actor, KEEP)}
    return render(request, "partnerships/meetings.html", context, status=listing.status)


@may(KEEP)
def make_meeting(request: Request) -> HttpResponse:
    """Write down a meeting, held or to come."""
    begins = {"kind": JointMeeting.Kind.COORDINATION, "agreement": request.GET.get("agreement")}
    form = MeetingForm(request.POST or None, initial=begins)
    made: list[int] = []

    def make(**values: Any) -> None:
        made.append(operations.make_meeting(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The meeting is written down. Its page takes what is said and agreed."))
        return redirect("partnerships:meeting", made[-1])
    return render(request, "partnerships/make_meeting.html", {"form": form}, status=422 if form.errors else 200)


@may(SEE)
def meeting(request: Request, met_id: int) -> HttpResponse:
    """Show a meeting with who takes part, what was said, and what somebody does until when."""
    ours = is_ours(request)
    found = get_object_or_404(JointMeeting.objects.select_related("agreement"), pk=met_id)
    if not reads_terms(request, ours=ours):
        raise Http404
    actions = list(found.actions.select_related("owner__colleague", "owner__unit"))
    acts = Acts(request, acts_of(request, found, actions, ours=ours))
    if acts.carried_out():
        return redirect("partnerships:meeting", found.pk)
    record("partnerships.see_meeting", kind="read", meeting=found.pk)
    today = request.actor.today
    context = {
        "meeting": found,
        "bodies": list(found.bodies.all()),
        "actions": [(one, finish, one.due_on < today) for one, finish in acts.beside("finish", actions)],
        "is_to_come": found.held_on > today,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/meeting.html", context, status=acts.status)


def acts_of(request: Request, found: JointMeeting, actions: Sequence[MeetingAction], *, ours: bool) -> list[Act]:
    """List what may be done with a meeting: by who keeps it, and by the owner of what was agreed."""
    today = request.actor.today
    on, keeps = {"meeting": found, "today": today}, ours and has(request.actor, KEEP)
    finish = [
        Act(
            "finish",
            operations.finish_action,
            _("It is done"),
            ActionDoneForm,
            on={"action": one, "today": today},
            given={"initial": {"done_on": today}},
            row=one.pk,
            beside=one.text,
            late=one.done_on is not None,
        )
        for one in actions
        if keeps or one.owner_id == request.actor.membership_id
    ]
    if not keeps or found.called_off_on:
        return finish
    minutes = {"initial": MinutesForm.begun(found)}
    agree = {"owners": owners(found, request)}
    return [
        Act("minutes", operations.write_minutes, _("Save"), MinutesForm, on=on, given=minutes, right=KEEP),
        Act(
            "agree",
            operations.agree_action,
            _("Write it down"),
            ActionForm,
            on={"meeting": found},
            given=agree,
            right=KEEP,
        ),
        *(
            [Act("call_off", operations.call_off, _("Call it off"), on=on, right=KEEP)]
            if found.held_on >= today
            else []
        ),
        *finish,
    ]


def owners(found: JointMeeting, request: Request) -> QuerySet[Membership]:
    """Return who may own what is agreed: our own who keep agreements, and who leads a workplace of a partner there.

    As the database has it (`partnerships_may_own`).
    """
    partners = [one.organisation_id for one in found.bodies.all() if one.organisation_id]
    if found.agreement is not None and found.agreement.signed_on:
        partners.append(found.agreement.organisation_id)
    ours = Q(unit__organisation=request.actor.organisation_id, role__in=KEEPS)
    theirs = Q(unit__organisation__in=partners, role=Role.SITE_LEADER)
    return (
        Membership.objects.in_force()
        .exclude(confirmed_at=None)
        .filter(ours | theirs)
        .select_related("colleague", "unit")
        .order_by("colleague__family_name", "colleague__given_name", "pk")
    )
