"""Ads as leads: the list, in which ads are imported, and the page of one."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.employers import operations
from trappan.employers.forms import AgreedWithForm, ImportAdsForm, LeadsFilter, PutAsideForm
from trappan.employers.lead_list import COLUMNS, USUAL, lines, ordered, ours, row, through
from trappan.employers.models import Lead, Opening
from trappan.employers.views.employer import KEEP
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.rules.occupations import marks_of
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.lists.listing import Listing, chips, chosen


@may("employers.see")
def leads(request: Request) -> HttpResponse:
    """List the ads that may lead to something, narrowed by what is chosen."""
    form = LeadsFilter(request.GET)
    kept = chosen(form)
    told = chips(form, kept) if form.is_valid() else ()
    listing = Listing("annonser", _("Ads"), COLUMNS, USUAL, request.GET, kept, told, may_export=False)
    found = ordered(lines(form.cleaned_data, request.actor.today), listing.order) if form.is_valid() else []
    listing.show_whole(found, lambda one: one.lead.pk, lambda some: [row(one) for one in some])
    record("employers.see_lead", kind="read", found=len(found))
    context = {"form": form, "listing": listing, "keeps": has(request.actor, KEEP)}
    return render(request, "employers/leads.html", context, status=listing.status if form.is_valid() else 400)


@may(KEEP)
def import_ads(request: Request) -> HttpResponse:
    """Import a file of ads, and say what became of them."""
    form = ImportAdsForm(request.POST or None, request.FILES or None)
    told: list[Counter[str]] = []

    def bring_in(**values: Any) -> None:
        told.append(operations.import_ads(by=request.actor, **values))

    if form.is_valid() and carry_out(form, bring_in, **form.cleaned_data):
        messages.success(request, in_words(told[-1]))
        return redirect("employers:leads")
    return render(request, "employers/import_ads.html", {"form": form}, status=422 if form.errors else 200)


def in_words(told: Counter[str]) -> str:
    """Say what became of the ads of a file."""
    parts = [
        ngettext("%(n)s new ad.", "%(n)s new ads.", told["new"]) % {"n": told["new"]},
        ngettext("%(n)s put right.", "%(n)s put right.", told["changed"]) % {"n": told["changed"]},
        ngettext("%(n)s as before.", "%(n)s as before.", told["same"]) % {"n": told["same"]},
        ngettext("%(n)s the same as another.", "%(n)s the same as another.", told["alike"]) % {"n": told["alike"]},
        ngettext("%(n)s had run out.", "%(n)s had run out.", told["over"]) % {"n": told["over"]},
        ngettext("%(n)s could not be read.", "%(n)s could not be read.", told["unreadable"])
        % {"n": told["unreadable"]},
    ]
    counts = [told[name] for name in ("new", "changed", "same", "alike", "over", "unreadable")]
    return " ".join(part for at, part in enumerate(parts) if counts[at] or at == 0)


@may("employers.see")
def lead(request: Request, lead_id: int) -> HttpResponse:
    """Show an ad; put it aside, or go on to write down what has been agreed with its employer."""
    found = get_object_or_404(Lead.objects.select_related("occupation"), pk=lead_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("employers:lead", found.pk)
    today = request.actor.today
    known = ours(found.organisation_number).select_related("merged_into").first()
    known = known.that_goes_on if known else None
    agreeing = AgreedWithForm(request.GET if "employer" in request.GET else None, initial={"employer": known})
    if agreeing.is_valid() and has(request.actor, KEEP):
        address = reverse("employers:make_opening", args=[agreeing.cleaned_data["employer"].pk])
        return redirect(f"{address}?lead={found.pk}")
    record("employers.see_lead", kind="read", lead=found.pk)
    context = {
        "lead": found,
        "acts": acts,
        "keeps": has(request.actor, KEEP),
        "known": known,
        "opening": Opening.objects.filter(lead=found).first(),
        "lasts": Lead.objects.filter(pk=found.pk).lasting(today).exists(),
        "through": through(found),
        "marks": marks_of(found.occupation, today),
        "agreeing": agreeing,
    }
    wrong = agreeing.is_bound and not agreeing.is_valid()
    return render(request, "employers/lead.html", context, status=422 if wrong else acts.status)


def acts_of(request: Request, found: Lead) -> list[Act]:
    """List what may be done with a lead."""
    on = {"lead": found}
    if found.put_aside_on is not None:
        return [Act("take_up", operations.take_up_lead, _("Take it up again"), on=on, right=KEEP)]
    aside = Act(
        "put_aside",
        operations.put_lead_aside,
        _("Put it aside"),
        PutAsideForm,
        on={**on, "today": request.actor.today},
        right=KEEP,
    )
    return [aside]
