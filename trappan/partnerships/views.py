"""The partners, and the page of each: what is agreed, what has changed, what has been checked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import AgreementForm, AmendmentForm, CheckForm
from trappan.partnerships.models import Agreement
from trappan.partnerships.partners import Partner, partners
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, may
from trappan.staff.models import Organisation


@may("partnerships.see")
def listed(request: Request) -> HttpResponse:
    """Show the partners with what holds today, and what to look at to whoever looks; a partner sees itself."""
    ours = is_ours(request)
    found = partners(request.actor.today, None if ours else request.actor.organisation_id)
    record("partnerships.see", kind="read")
    context = {"partners": found, "ours": ours, "keeps": ours and has(request.actor, "partnerships.keep")}
    return render(request, "partnerships/partners.html", context)


@may("partnerships.see")
def partner(request: Request, organisation_id: int) -> HttpResponse:
    """Show one partner; write down an agreement, what changes it, or what was checked."""
    ours, today = is_ours(request), request.actor.today
    found = next(iter(partners(today, organisation_id if ours else request.actor.organisation_id)), None)
    if found is None or organisation_id not in (found.organisation.pk, request.actor.organisation_id):
        raise Http404
    keeps = ours and has(request.actor, "partnerships.keep")
    forms = forms_of(request, found) if keeps else {}
    which = request.POST.get("form", "")
    form = forms.get(which)
    if (
        form is not None
        and form.is_valid()
        and carry_out(form, VERBS[which.partition("-")[0]], **about(request, which, found), **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("partnerships:partner", organisation_id)
    record("partnerships.see", kind="read", organisation=organisation_id)
    context = {
        "partner": found,
        "ours": ours,
        "keeps": keeps,
        "forms": forms,
        "form": form,
        "agreements": [
            (one, one.places_on(today) if one.covers(today) else None, forms.get(f"amend-{one.pk}"))
            for one in found.agreements
        ],
    }
    return render(request, "partnerships/partner.html", context, status=422 if form and form.errors else 200)


VERBS: dict[str, Any] = {"agree": operations.agree, "amend": operations.amend, "check": operations.check_partner}


def forms_of(request: Request, found: Partner) -> dict[str, Any]:
    """Make the page's forms; the one that was sent has what was typed."""
    today, which = request.actor.today, request.POST.get("form", "")

    def sent(name: str) -> Any:
        return request.POST if which == name else None

    dated = {"signed_on": today, "starts_on": today}
    forms: dict[str, Any] = {
        "agree": AgreementForm(sent("agree"), prefix="agree", initial=dated),
        "check": CheckForm(sent("check"), prefix="check", today=today, initial={"seen_on": today}),
    }
    for one in found.agreements:
        name = f"amend-{one.pk}"
        forms[name] = AmendmentForm(sent(name), prefix=name, initial=dated)
    return forms


def about(request: Request, which: str, found: Partner) -> dict[str, Any]:
    """Return what the verb is carried out on."""
    kind, _dash, number = which.partition("-")
    if kind == "amend":
        agreement: Agreement = next(one for one in found.agreements if str(one.pk) == number)
        return {"agreement": agreement, "today": request.actor.today}
    return {"organisation": found.organisation, "by": request.actor}


def is_ours(request: Request) -> bool:
    """Tell whether the colleague works in a municipality, and not with a partner."""
    return Organisation.objects.filter(pk=request.actor.organisation_id, kind=Organisation.Kind.MUNICIPALITY).exists()
