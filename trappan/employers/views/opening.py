"""The page of an opening, a new one, and what is changed of one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.forms import ChangeOpeningForm, CloseOpeningForm, OpeningForm
from trappan.employers.load import Load, loads
from trappan.employers.models import Employer, Lead, Opening
from trappan.employers.opening_list import state_of
from trappan.employers.views.employer import KEEP
from trappan.history.record import record
from trappan.refusals.forms import carry_out, row_number
from trappan.rules.codes import labels
from trappan.rules.occupations import marks_of
from trappan.rules.rulesets import rules_on
from trappan.rules.support import hints, is_work
from trappan.schedules.season import in_words
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

PAID = (Opening.Kind.JOB, Opening.Kind.SUBSIDISED)


@may("employers.see")
def opening(request: Request, offer_id: int) -> HttpResponse:
    """Show an opening: the work, when it is, what support may be possible, and how often the employer was asked."""
    rows = Opening.objects.with_full().select_related(
        "employer", "workplace", "contact", "occupation", "came_with", "lead"
    )
    found = get_object_or_404(rows, pk=offer_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("employers:opening", found.pk)
    today = request.actor.today
    rules, begins = rules_on(today), max(today, found.starts_on)
    load = loads(today, rules, [found.employer_id]).get(found.employer_id, Load((), {}, rules))
    record("employers.see_opening", kind="read", employer=found.employer_id, opening=found.pk)
    context = {
        "opening": found,
        "employer": found.employer,
        "acts": acts,
        "finds_people": has(request.actor, "matching.find_people"),
        "state": found.employer.state(today),
        "why_not": state_of(found, today),
        "load": load.of(found.workplace_id),
        "support_form": labels("support_form").get(("support_form", found.support_form), ""),
        "is_no_work": not is_work(found.support_form),
        "marks": marks_of(found.occupation, today),
        "season": in_words(found.season) if found.season else "",
        "days": week_of(found),
        "hints": hints(rules_on(begins), begins, found.support_form) if found.kind in PAID else [],
    }
    return render(request, "employers/opening.html", context, status=acts.status)


def week_of(found: Opening) -> list[tuple[int, list[str]]]:
    """Return each weekday with its hours as they are read; with a dash where only the day is known."""
    if found.hours is None:
        return [(day, ["·"] if day in found.days else []) for day in range(7)] if found.days else []
    return [(day, [one.times_in_words for one in found.hours.parts if one.weekday == day]) for day in range(7)]


def acts_of(request: Request, found: Opening) -> list[Act]:
    """List what may be done with an opening."""
    on = {"opening": found}
    if found.is_closed(request.actor.today):
        return [Act("take_back", operations.take_back_closing, _("Offer it after all"), on=on, right=KEEP)]
    close = Act(
        "close",
        operations.close_opening,
        _("Close it"),
        CloseOpeningForm,
        on={**on, "today": request.actor.today},
        done=_("It is offered no more."),
        right=KEEP,
    )
    return [close]


@may(KEEP)
def make_opening(request: Request, employer_id: int) -> HttpResponse:
    """Write down what an employer has agreed to offer."""
    found = get_object_or_404(Employer.objects.select_related("merged_into"), pk=employer_id)
    if found.merged_into_id is not None and request.method != "POST":
        return redirect("employers:make_opening", found.merged_into_id)
    today = request.actor.today
    places = list(found.workplaces.open(today)[:2])
    begun = {"starts_on": today, "agreed_on": today, "places": 1, "workplace": places[0].pk if len(places) == 1 else ""}
    lead = Lead.objects.select_related("occupation").filter(pk=row_number(request.GET.get("lead", ""))).first()
    if lead is not None:
        begun |= from_lead(lead)
    form = OpeningForm(request.POST or None, employer=found, today=today, initial=begun)
    made: list[Opening] = []

    def make(**values: Any) -> None:
        made.append(operations.make_opening(employer=found, lead=lead, **values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The opening is written down."))
        return redirect("employers:opening", made[-1].pk)
    context = {"form": form, "employer": found, "has_places": bool(places), "lead": lead}
    return render(request, "employers/make_opening.html", context, status=422 if form.errors else 200)


def from_lead(lead: Lead) -> dict[str, Any]:
    """Return where an opening begins that an ad has led to; on which day it was agreed is the colleague's to say."""
    known = lead.occupation if lead.through in (Lead.Through.ID, Lead.Through.LABEL) else None
    return {
        "title": lead.headline,
        "kind": Opening.Kind.JOB,
        "places": lead.vacancies or 1,
        "occupation": known,
        "agreed_on": None,
    }


@may(KEEP)
def change_opening(request: Request, offer_id: int) -> HttpResponse:
    """Change what is agreed of an opening."""
    found = get_object_or_404(Opening.objects.select_related("employer"), pk=offer_id)
    form = ChangeOpeningForm(
        request.POST or None, employer=found.employer, today=request.actor.today, initial=ChangeOpeningForm.begun(found)
    )
    if form.is_valid() and carry_out(form, operations.change_opening, opening=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("employers:opening", found.pk)
    context = {"form": form, "opening": found, "employer": found.employer, "differences": form.differences}
    return render(request, "employers/change_opening.html", context, status=422 if form.errors else 200)
