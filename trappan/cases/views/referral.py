"""Referrals: asked by the consultant, taken on and ended by guidance and occupational therapy."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import AssessmentForm, EndReferralForm, ReferralForm
from trappan.cases.models import Case, Referral
from trappan.history.record import record
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("cases.refer")
def referrals(request: Request, case_id: int) -> HttpResponse:
    """Ask for a supplementary insats, and see what has come of those before."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    form = ReferralForm(request.POST or None)
    if form.is_valid() and carry_out(form, operations.refer, case=case, **form.cleaned_data):
        messages.success(
            request, _("%(unit)s now has the referral on its list.") % {"unit": form.cleaned_data["unit"].name}
        )
        return redirect("cases:referrals", case.pk)
    found = Referral.objects.filter(case=case).select_related("unit", "responsible__colleague")
    record("cases.see_referral", case.person_id, scope="plan", kind="read")
    context = {"case": case, "person": case.person, "form": form, "referrals": found}
    return render(request, "cases/referrals.html", context, status=422 if form.errors else 200)


@may("cases.work_referral")
def referral(request: Request, referral_id: int) -> HttpResponse:
    """Take a referral on, keep an assessment, end it."""
    found = get_object_or_404(
        Referral.objects.select_related("person", "unit", "responsible__colleague", "referred_by__colleague"),
        pk=referral_id,
    )
    which = request.POST.get("form", "")
    forms = {
        "assess": AssessmentForm(
            request.POST if which == "assess" else None,
            prefix="assess",
            initial={
                "instrument": found.instrument,
                "instrument_on": found.instrument_on,
                "conclusion": found.conclusion,
            },
        ),
        "end": EndReferralForm(request.POST if which == "end" else None, prefix="end"),
    }
    form = forms.get(which)
    if which == "take_on":
        return take_on(request, found)
    if form is not None and form.is_valid():
        values = dict(form.cleaned_data)
        done = (
            carry_out(form, operations.assess, referral=found, today=request.actor.today, **values)
            if which == "assess"
            else carry_out(form, operations.end_referral, referral=found, by=request.actor, **values)
        )
        if done:
            messages.success(request, _("Saved.") if which == "assess" else _("The referral has ended."))
            return (
                redirect("desk:start")
                if which == "end" and found.unit_id == request.actor.unit_id
                else redirect("cases:referral", found.pk)
            )
    record("cases.see_referral", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    context = {
        "referral": found,
        "person": found.person,
        "forms": forms,
        "form": form,
        "may_work": not found.end,
        "mine": found.unit_id == request.actor.unit_id,
    }
    return render(request, "cases/referral.html", context, status=422 if form and form.errors else 200)


def take_on(request: Request, found: Referral) -> HttpResponse:
    """Take it on, or say who already has."""
    try:
        operations.take_on(referral=found, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is yours now."))
    return redirect("cases:referral", found.pk)
