"""Referrals: asked by the consultant, taken on and ended by guidance and occupational therapy."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import AssessmentForm, EndReferralForm, ReferralForm
from trappan.cases.models import Case, Referral
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("cases.refer")
@in_tab(Tab.ACTIVITIES)
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
@in_tab(Tab.ACTIVITIES)
def referral(request: Request, referral_id: int) -> HttpResponse:
    """Take a referral on, keep an assessment, end it."""
    found = get_object_or_404(
        Referral.objects.select_related("person", "unit", "responsible__colleague", "referred_by__colleague"),
        pk=referral_id,
    )
    mine = found.unit_id == request.actor.unit_id
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        if acts.sent and acts.sent.name == "end" and mine:
            return redirect("desk:start")
        return redirect("cases:referral", found.pk)
    record("cases.see_referral", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    context = {
        "referral": found,
        "person": found.person,
        "acts": acts,
        "form": acts.form,
        "may_work": not found.end,
        "mine": mine,
    }
    return render(request, "cases/referral.html", context, status=acts.status)


def acts_of(request: Request, found: Referral) -> list[Act]:
    """List what may be done with a referral; the page shows what comes next."""
    on = {"referral": found}
    dated = {**on, "today": request.actor.today}
    by = {**on, "by": request.actor}
    known = AssessmentForm.begun(found)
    ended = _("The referral has ended.")
    return [
        Act("take_on", operations.take_on, _("Take it on"), on=by, done=_("It is yours now.")),
        Act("assess", operations.assess, _("Save"), AssessmentForm, on=dated, given={"initial": known}),
        Act("end", operations.end_referral, _("End the referral"), EndReferralForm, on=by, done=ended),
    ]
