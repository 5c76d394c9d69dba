"""The page on which the week of a plan's draft is pressed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import PlanWeek
from trappan.plans.models import Plan, PlanPart
from trappan.refusals import Overtaken, Refused
from trappan.refusals.forms import row_number
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("plans.write_plan")
@in_tab(Tab.PLAN)
def week(request: Request, case_id: int) -> HttpResponse:
    """Press the draft's week: everything in it at once; saved as a whole, and the person agrees anew."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    draft = Plan.objects.open().filter(case=case, decided_at=None).first()
    if draft is None:
        messages.info(request, _("There is no draft. Draft the next plan first, and change the week in it."))
        return redirect("plans:plan", case.pk)
    standing = list(PlanPart.objects.standing().filter(plan=draft))
    planned = operations.planned_in(standing)
    form = PlanWeek(
        request.POST if request.method == "POST" else None, planned, rules_on(request.actor.today).uncounted_parts
    )
    overtaken, no = False, ""
    edition = row_number(request.POST.get("edition", "")) if form.sent else draft.edition
    if not form.is_whole:
        no = _("The page did not come whole. Load it again; nothing has been changed.")
    if form.is_valid():
        try:
            operations.write_week(plan=draft, planned=form.planned, edition=edition)
        except Overtaken as refusal:
            overtaken, no, edition = True, str(refusal), draft.edition
        except Refused as refusal:
            no = str(refusal)
        else:
            messages.success(request, _("The week is saved."))
            return redirect("plans:plan", case.pk)
    record("plans.see_plan", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "draft": draft,
        "form": form,
        "edition": edition,
        "saved": planned if overtaken else [],
        "no": no,
        "left": max(draft.weekly_minutes - form.minutes, 0),
        "over": max(form.minutes - draft.weekly_minutes, 0),
    }
    return render(request, "plans/week.html", context, status=422 if form.errors or no else 200)
