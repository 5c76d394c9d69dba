"""Contacts without anybody's name, month by month; whom the own site has referred; what waits with a unit."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import CameForm, OutreachForm, ReferralForm
from trappan.partnerships.models import Outreach
from trappan.partnerships.outreach import (
    ReferralHere,
    noted_in,
    read_of,
    referral_here,
    referrals_here,
    referred,
    units_to_refer_to,
)
from trappan.schedules.months import month_of, months_after
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import SITE_STAFF, Request, may
from trappan.staff.models import Organisation

SHOWN = 20  # of what a site has referred; what waits is shown whole
NOTE, ANSWER = "partnerships.note_outreach", "partnerships.answer_referral"


@may(NOTE)
def own_outreach(request: Request) -> HttpResponse:
    """Show a site the contacts of its own organisation in a month, and let it note new ones."""
    return shown(request, request.actor.organisation_id)


@may("partnerships.see_outreach")
def outreach(request: Request, organisation_id: int) -> HttpResponse:
    """Show the contacts of an organisation in a month to whoever may read them; of another's nothing is told."""
    return shown(request, organisation_id)


def shown(request: Request, organisation_id: int) -> HttpResponse:
    """Show the month of an organisation: its notes, and their sum without those that were taken out."""
    own = organisation_id == request.actor.organisation_id and request.actor.role in SITE_STAFF
    if not own and organisation_id not in read_of():
        raise Http404
    month = asked_month(request)
    notes = list(noted_in(month, organisation_id))
    acts = Acts(request, note_acts(request, notes) if own else ())
    if acts.carried_out():
        return redirect(request.get_full_path())
    record("partnerships.see_outreach", kind="read", organisation=organisation_id)
    context = {
        "organisation": get_object_or_404(Organisation, pk=organisation_id),
        "month": month,
        "before": months_after(month, -1),
        "after": months_after(month, 1) if month < month_of(request.actor.today) else None,
        "notes": acts.beside("take_out", notes),
        "people": sum(one.people for one in notes if one.taken_out_on is None),
        "own": own,
        "acts": acts,
        "form": acts.form,
        "today": request.actor.today,
    }
    return render(request, "partnerships/outreach.html", context, status=acts.status)


def asked_month(request: Request) -> date:
    """Return the month that is asked for, this one where none is, and none to come."""
    this = month_of(request.actor.today)
    try:
        asked = parse_date(f"{request.GET.get('month', '')}-01")
    except ValueError:
        asked = None
    return min(asked, this) if asked and asked.year >= this.year - 10 else this


def note_acts(request: Request, notes: list[Outreach]) -> list[Act]:
    """List what a site may do: note contacts, and take out what its own site has noted wrongly."""
    today = request.actor.today
    return [
        Act(
            "note",
            operations.note_outreach,
            _("Note it"),
            OutreachForm,
            on={"by": request.actor},
            given={"initial": {"day": today}},
            done=_("Noted."),
            right=NOTE,
        ),
        *(
            Act(
                "take_out",
                operations.take_out_outreach,
                _("Take it out"),
                on={"outreach": one, "today": today},
                done=_("Taken out. It is no longer counted."),
                right=NOTE,
                row=one.pk,
                beside=one.setting,
            )
            for one in notes
            if one.taken_out_on is None and one.unit_id == request.actor.unit_id
        ),
    ]


@may("partnerships.refer")
def partner_referrals(request: Request) -> HttpResponse:
    """Show what the own site has referred and how far it has come; refer somebody, or take it back."""
    units, everybody = units_to_refer_to(), referred()
    rows = sorted(everybody, key=lambda one: not one.waits)  # what waits first, each by age as it was
    rows = [one for at, one in enumerate(rows) if one.waits or at < SHOWN]
    acts = Acts(request, refer_acts(request, units, [one.pk for one in rows if one.waits]))
    if acts.carried_out():
        return redirect("partnerships:partner_referrals")
    record("partnerships.see_referrals", kind="read")
    context = {
        "rows": acts.beside("take_back", rows),
        "is_longer": len(rows) < len(everybody),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/partner_referrals.html", context, status=acts.status)


def refer_acts(request: Request, units: Any, waiting: list[int]) -> list[Act]:
    """List what a site may do: refer somebody where there is an agreement, and take back what waits."""
    begins = {"consented_on": request.actor.today, "consented_how": "meeting"}
    refer = Act(
        "refer",
        operations.refer,
        _("Refer"),
        ReferralForm,
        given={"units": units, "initial": begins},
        done=lambda made: _("Referred, as number %(number)s. You see here when it is received.") % {"number": made},
    )
    return [
        *([refer] if units else []),
        *(
            Act(
                "take_back",
                operations.take_back_referral,
                _("The person takes the consent back"),
                on={"referral": one},
                done=_("Taken back. Name and contact are erased."),
                row=one,
            )
            for one in waiting
        ),
    ]


@may(ANSWER)
def referrals_to_us(request: Request) -> HttpResponse:
    """List what partners have referred to the own unit and nobody has answered."""
    record("partnerships.see_referrals", kind="read")
    return render(request, "partnerships/referrals_to_us.html", {"rows": referrals_here()})


@may(ANSWER)
def partner_referral(request: Request, asked_id: int) -> HttpResponse:
    """Show somebody whom a partner has referred, and let a social worker of the unit receive and answer it."""
    found = referral_here(asked_id)
    if found is None:
        raise Http404
    acts = Acts(request, answer_acts(request, found))
    if acts.carried_out():
        stays = acts.named == "receive"
        return redirect("partnerships:partner_referral", found.pk) if stays else redirect("desk:start")
    record("partnerships.see_referral", kind="read", referral=found.pk)
    context = {"referral": found, "acts": acts, "form": acts.form}
    return render(request, "partnerships/partner_referral.html", context, status=acts.status)


def answer_acts(request: Request, found: ReferralHere) -> list[Act]:
    """List the answers: received, came as somebody whom the unit has, did not come."""
    on = {"referral": found.pk}
    done = _("Answered. Name and contact are erased here.")
    came = {"today": request.actor.today}
    receive = Act(
        "receive", operations.receive_referral, _("We have it"), on=on, done=_("Received. The partner sees it.")
    )
    return [
        *([receive] if found.received_on is None else []),
        Act("came", operations.came_to_us, _("The person came"), CameForm, on=on, given=came, done=done),
        Act("decline", operations.answer_referral, _("Did not come"), on=on, done=done),
    ]
