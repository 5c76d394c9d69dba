"""The requirement for one person: under it or not, month by month and why; exemptions and requests."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.plans.hours import in_hours
from trappan.plans.models import Plan
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.requirement import operations
from trappan.requirement.forms import ExemptionForm, ReceivedForm, ReplaceRequestForm, RequestForm
from trappan.requirement.models import ActivityRequest, Exemption
from trappan.requirement.standing import history, under_since
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.schedules.months import month_of
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab


@may("requirement.see_requirement")
@in_tab(Tab.SUPPORT)
def requirement(request: Request, person_id: int) -> HttpResponse:
    """Show whether and since when the person comes under the requirement; exempt, or make a request."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "requirement"):
        raise Http404
    today = request.actor.today
    case = Case.objects.open().filter(person=person).first()
    acts = Acts(request, acts_of(request, person, case))
    if acts.carried_out():
        return redirect("requirement:requirement", person.pk)
    months = history(person_id, today)
    words = labels("exemption")
    record("requirement.see_requirement", person.pk, scope="requirement", kind="read")
    context = {
        "person": person,
        "case": case,
        "months": months,
        "now": months[0] if months else None,
        "since": under_since(months),
        "acts": acts,
        "form": acts.form,
        "rules": rules_on(today),
        "exemptions": [
            (one, words.get(("exemption", one.kind), one.kind), today < one.ends_on)
            for one in Exemption.objects.filter(person=person).select_related("decided_by__colleague", "replaces")
        ],
        "requests": ActivityRequest.objects.filter(person=person).select_related(
            "made_by__colleague", "consultation", "replaces"
        ),
        "may_exempt": has(request.actor, "requirement.exempt"),
        "may_request": has(request.actor, "requirement.request") and case is not None,
    }
    return render(request, "requirement/requirement.html", context, status=acts.status)


def acts_of(request: Request, person: Person, case: Case | None) -> list[Act]:
    """List what may be decided; the plan's hours are proposed."""
    today, asks = request.actor.today, "requirement.request"
    plan = Plan.objects.in_force().filter(case=case).first() if has(request.actor, asks) else None
    hours = {"weekly_hours": in_hours(plan.weekly_minutes)} if plan else {}
    return [
        Act(
            "exempt",
            operations.exempt,
            _("Decide the exemption"),
            ExemptionForm,
            on={"person": person},
            given={"today": today, "initial": {"starts_on": today}},
            right="requirement.exempt",
        ),
        Act(
            "request",
            ask,
            _("Make the request"),
            RequestForm,
            on={"case": case, "today": today},
            given={"initial": {"first_month": month_of(today), **hours}},
            right=asks,
        ),
    ]


def ask(*, case: Case | None, **values: Any) -> None:
    """Make the request, where there is a case to make it in."""
    if case is None:
        raise Refused(_("Open a case first."))
    operations.request(case=case, **values)


@may("requirement.request")
@in_tab(Tab.SUPPORT)
def received(request: Request, request_id: int) -> HttpResponse:
    """Note when and how the person got the request."""
    made = get_object_or_404(ActivityRequest.objects.select_related("person"), pk=request_id)
    form = ReceivedForm(request.POST or None, initial={"received_on": request.actor.today})
    if form.is_valid() and carry_out(
        form, operations.receive, made=made, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("Saved."))
        return redirect("requirement:requirement", made.person_id)
    context = {"person": made.person, "form": form, "made": made}
    record("requirement.see_requirement", made.person_id, scope="requirement", kind="read")
    return render(request, "requirement/received.html", context, status=422 if form.errors else 200)


@may("requirement.request")
@in_tab(Tab.SUPPORT)
def replace_request(request: Request, request_id: int) -> HttpResponse:
    """Make a request in place of one that was wrong."""
    old = get_object_or_404(
        ActivityRequest.objects.select_related("person", "case", "made_by__colleague"), pk=request_id
    )
    initial = {"first_month": old.first_month, "weekly_hours": in_hours(old.weekly_minutes), "reference": old.reference}
    form = ReplaceRequestForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(
        form, operations.replace_request, made=old, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("Replaced. Note when the person has received the new one."))
        return redirect("requirement:requirement", old.person_id)
    context = {"person": old.person, "form": form, "old": old, "by": old.made_by, "on": old.made_at}
    record("requirement.see_requirement", old.person_id, scope="requirement", kind="read")
    return render(request, "requirement/replace.html", context, status=422 if form.errors else 200)


@may("requirement.register_request")
def registered(request: Request, request_id: int) -> HttpResponse:
    """Tick that the request is entered at the Employment Service."""
    made = get_object_or_404(ActivityRequest, pk=request_id)
    if request.method == "POST":
        try:
            operations.register_request(made=made, today=request.actor.today)
            messages.success(request, _("Saved."))
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect("requirement:requirement", made.person_id)
