"""The partners, and the page of each: what is agreed, what has changed, what has been checked."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import AgreementForm, AmendmentForm, CheckForm, PartnerForm
from trappan.partnerships.house import invitations, staff_in
from trappan.partnerships.models import Agreement
from trappan.partnerships.partner_list import CHECKS, COLUMNS, USUAL, ordered, row
from trappan.partnerships.partners import PARTNERS, Partner, partners
from trappan.partnerships.views.colleague import answers
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing


@may("partnerships.see")
def listed(request: Request) -> HttpResponse:
    """Show the partners with what holds today, and what to look at to whoever looks; a partner sees itself."""
    ours = is_ours(request)
    today = request.actor.today
    found = partners(today, None if ours else request.actor.organisation_id)
    keeps = ours and has(request.actor, "partnerships.keep")
    listing = Listing(
        "partner",
        _("Partners"),
        (*COLUMNS, CHECKS) if keeps else COLUMNS,
        USUAL,
        request.GET,
        may_export=has(request.actor, "partnerships.export_partners"),
    )
    found = ordered(found, listing.order)

    def rows(some: Sequence[Partner]) -> list[ListRow]:
        return [row(one, today, checks=keeps) for one in some]

    if listing.is_file:
        file = exported(request, listing, len(found), lambda: rows(found), right="partnerships.export_partners")
        if file is not None:
            return file
    listing.show_whole(found, lambda one: one.organisation.pk, rows)
    record("partnerships.see", kind="read")
    context = {"listing": listing, "ours": ours, "reads": reads_terms(request, ours=ours)}
    return render(request, "partnerships/partners.html", context, status=listing.status)


@may("partnerships.make_partner")
def make_partner(request: Request) -> HttpResponse:
    """Make a partner with its first workplace and its coordinator."""
    form = PartnerForm(request.POST or None, initial={"starts_on": request.actor.today})
    made: list[int] = []

    def make(**values: Any) -> None:
        made.append(operations.make_partner(**values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The partner is written down. Now the agreement."))
        follows = form.cleaned_data["kind"] in PARTNERS
        return redirect("partnerships:partner", made[-1]) if follows else redirect("staff:organisation")
    return render(request, "partnerships/make_partner.html", {"form": form}, status=422 if form.errors else 200)


@may("partnerships.see")
def partner(request: Request, organisation_id: int) -> HttpResponse:
    """Show one partner; write down an agreement, what changes it, or what was checked."""
    ours, today = is_ours(request), request.actor.today
    found = next(iter(partners(today, organisation_id if ours else request.actor.organisation_id)), None)
    if found is None or organisation_id not in (found.organisation.pk, request.actor.organisation_id):
        raise Http404
    keeps = ours and has(request.actor, "partnerships.keep")
    bodies = [one for one in (found.organisation.pk, found.organisation.succeeds_id) if one]
    waiting = list(invitations().waiting().filter(unit__organisation__in=bodies)) if keeps else []
    acts = Acts(request, [*acts_of(request, found), *answers(waiting)] if keeps else ())
    if acts.carried_out():
        return redirect("partnerships:partner", organisation_id)
    record("partnerships.see", kind="read", organisation=organisation_id)
    context = {
        "partner": found,
        "ours": ours,
        "keeps": keeps,
        "reads": reads_terms(request, ours=ours),
        "drafts": Agreement.objects.filter(organisation=found.organisation, signed_on=None, withdrawn_on=None),
        "acts": acts,
        "form": acts.form,
        "working": [(one, None) for one in staff_in(bodies, today)] if keeps else [],
        "waiting": acts.beside("confirm", waiting, "decline"),
        "today": today,
        "agreements": [
            (one, one.places_on(today) if one.covers(today) else None, amend)
            for one, amend in acts.beside("amend", found.agreements)
        ],
    }
    return render(request, "partnerships/partner.html", context, status=acts.status)


def acts_of(request: Request, found: Partner) -> list[Act]:
    """List what may be written down about a partner."""
    today = request.actor.today
    on = {"organisation": found.organisation, "by": request.actor}
    dated = {"initial": {"signed_on": today, "starts_on": today}}
    seen = {"today": today, "initial": {"seen_on": today}}
    return [
        Act("agree", operations.agree, _("Save"), AgreementForm, on=on, given=dated),
        Act("check", operations.check_partner, _("Save"), CheckForm, on=on, given=seen),
        *(
            Act(
                "amend",
                operations.amend,
                _("Save"),
                AmendmentForm,
                on={"agreement": one, "today": today},
                given=dated,
                row=one.pk,
            )
            for one in found.agreements
        ),
    ]
