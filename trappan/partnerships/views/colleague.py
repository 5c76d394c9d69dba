"""A partner's colleagues: asked for by its coordinator, answered by the municipality's head, let go by the former."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import DeclineForm, InvitationForm
from trappan.partnerships.house import ANSWERED, AgreedUntil, earliest, invitations, own_units, staff_in
from trappan.partnerships.models import Invitation
from trappan.refusals import Refused
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.staff.accounts import sends_mail
from trappan.staff.mailed import mail_link
from trappan.staff.models import Membership, Unit

WAITS = gettext_lazy("The municipality's head is asked. Nothing is opened before the answer, which stands here.")


@may("partnerships.invite")
def colleagues(request: Request) -> HttpResponse:
    """Show a partner's coordinator who works in the own house and who is asked for; ask for somebody, let one go."""
    if not request.actor.at_partner:
        raise Http404
    today = request.actor.today
    units = list(own_units(today).annotate(agreed_until=AgreedUntil(F("pk"))))
    working = staff_in({one.organisation_id for one in units}, today)
    asked = invitations().filter(unit__in=[one.pk for one in units])
    waiting = list(asked.waiting())
    acts = Acts(request, acts_of(request, units, working, waiting))
    if acts.carried_out():
        return redirect("partnerships:colleagues")
    record("partnerships.see_colleagues", kind="read")
    context = {
        "working": acts.beside("end_staff", working),
        "waiting": acts.beside("take_back", waiting),
        "answered": list(asked.exclude(answered_at=None).order_by("-answered_at", "-pk")[:ANSWERED]),
        "today": today,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/colleagues.html", context, status=acts.status)


def acts_of(
    request: Request, units: Sequence[Any], working: Sequence[Membership], waiting: Sequence[Invitation]
) -> list[Act]:
    """List what a coordinator does: ask for somebody, take that back while it waits, let anybody go but herself."""
    today = request.actor.today
    return [
        Act(
            "invite",
            operations.invite,
            _("Ask the head"),
            InvitationForm,
            on={"today": today},
            given={
                "units": Unit.objects.filter(pk__in=[one.pk for one in units]).order_by("name", "pk"),
                "agreed_until": earliest(units),
                "initial": {"starts_on": today},
            },
            done=WAITS,
        ),
        *(
            Act(
                "end_staff",
                operations.end_staff,
                _("End today"),
                on={"membership": one, "today": today},
                row=one.pk,
                beside=one.colleague.name,
                done=_("%(name)s works there no more, and every session has ended.") % {"name": one.colleague.name},
            )
            for one in working
            if one.colleague_id != request.actor.colleague_id
        ),
        *(
            Act(
                "take_back",
                operations.take_back_invitation,
                _("Take it back"),
                on={"invitation": one},
                row=one.pk,
                beside=one.name,
                done=_("Taken back. The head is not asked any more."),
            )
            for one in waiting
            if one.author is not None and one.author.colleague_id == request.actor.colleague_id
        ),
    ]


def answers(waiting: Sequence[Invitation]) -> list[Act]:
    """List how the head may answer each invitation that waits."""
    right = "partnerships.answer_invitation"
    return [
        act
        for one in waiting
        for act in (
            Act(
                "confirm",
                confirm,
                _("Confirm"),
                on={"invitation": one},
                row=one.pk,
                beside=one.name,
                done=str,
                right=right,
            ),
            Act(
                "decline",
                operations.decline_invitation,
                _("Say no"),
                DeclineForm,
                on={"invitation": one},
                row=one.pk,
                beside=one.name,
                done=_("They read why on their page."),
                right=right,
            ),
        )
    ]


def confirm(*, invitation: Invitation) -> str:
    """Confirm an invitation, and mail somebody new the link for a password; return what is said of it."""
    made, is_new = operations.confirm_invitation(invitation=invitation)
    words = {"name": made.colleague.name, "address": made.colleague.email}
    if not is_new:
        return _("%(name)s has the role now, and signs in as before.") % words
    by_paper = _("%(name)s has the role now. The system administrator prints the letter with the way in.") % words
    if not sends_mail():
        return by_paper
    try:
        mail_link(colleague=made.colleague)
    except Refused:
        return by_paper
    return _("%(name)s has the role now. A link for a password is sent to %(address)s.") % words
