"""The pages of the drive for places in own departments: all of them, and one."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.activities.departments import departments as own_departments
from trappan.activities.departments import halves, silent
from trappan.activities.models import CrewOrder
from trappan.employers import operations
from trappan.employers.forms import TargetForm
from trappan.employers.models import DepartmentTarget, Employer, Opening, PlaceNotice, PlaceQuestion
from trappan.employers.operations.department import to_ask
from trappan.history.record import record
from trappan.rules.rulesets import rules_on
from trappan.schedules.halves import half_after, half_in_words, half_of, last_day
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

ASK = "employers.ask_places"
ORDERS = 3  # shown beside


def read_half(written: str, today: date) -> date:
    """Return the half-year that an address names; the present one where it names none of the last or the next two."""
    now = half_of(today)
    return next((one for one in (half_after(now, at) for at in (-2, -1, 1)) if str(one) == written), now)


def others(half: date, today: date) -> list[tuple[date, str]]:
    """Return the half-years beside the one that is shown, with their names: the last, the present and the next."""
    near = (half_after(half_of(today), at) for at in (-1, 0, 1))
    return [(one, half_in_words(one)) for one in near if one != half]


@may("activities.see_departments")
def departments(request: Request) -> HttpResponse:
    """Show how many places own departments offer against their target, how many are used, and who is silent."""
    today = request.actor.today
    half = read_half(request.GET.get("half", ""), today)
    coming = half_after(half_of(today))
    waits = not has(request.actor, ASK) or to_ask(coming, today)
    asked = Act(
        "ask",
        operations.ask_places,
        _("Ask for %(half)s") % {"half": half_in_words(coming)},
        on={"half": coming, "today": today},
        done=lambda many: (
            ngettext("%(many)s workplace is asked.", "%(many)s workplaces are asked.", many) % {"many": many}
        ),
        right=ASK,
    )
    acts = Acts(request, [asked] if waits else [])
    if acts.carried_out():
        return redirect("activities:departments")
    employers = own_departments(today)
    shown, before = halves(employers, [half, half_after(half, -1)], today)
    quiet = silent(employers, today, rules_on(today))
    record("activities.see_departments", kind="read", half=half)
    context = {
        "acts": acts,
        "half": half,
        "in_words": half_in_words(half),
        "shown": shown,
        "before": before,
        "before_in_words": half_in_words(half_after(half, -1)),
        "others": others(half, today),
        "silent": quiet,
        "silent_departments": len({one.employer.pk for one in quiet}),
        "orders": list(CrewOrder.objects.filter(declined="").select_related("activity")[:ORDERS]),
    }
    return render(request, "activities/departments.html", context, status=acts.status)


def latest_notices(asked: PlaceQuestion | None) -> list[PlaceNotice]:
    """Return the latest word of a question: whom it went to."""
    said = list(asked.notices.all()) if asked else []
    return [one for one in said if one.nth == said[-1].nth]


@may("activities.see_departments")
def department(request: Request, department_id: int) -> HttpResponse:
    """Show a department in a half-year: its target, and what each workplace has answered."""
    today = request.actor.today
    found = get_object_or_404(Employer, pk=department_id, kind="department")
    half = read_half(request.GET.get("half", ""), today)
    target = DepartmentTarget.objects.filter(employer=found, half=half).first()
    act = Act(
        "target",
        operations.set_target,
        _("Set the target"),
        TargetForm,
        on={"employer": found, "half": half},
        given={"initial": TargetForm.begun(target)},
        right=ASK,
    )
    acts = Acts(request, [act])
    if acts.carried_out():
        return redirect(f"{request.path}?half={half}")
    questions = PlaceQuestion.objects.filter(half=half, workplace__employer=found).select_related("workplace")
    once = Exists(Opening.objects.filter(question=OuterRef("pk")))
    questions = questions.annotate(offered_once=once).prefetch_related("notices__colleague")
    of_workplace = {one.workplace_id: one for one in questions}
    as_of = min(max(today, half), last_day(half))
    offers: dict[int | None, list[Opening]] = {}
    for one in Opening.objects.places().filter(employer=found).with_taken():
        if one.counts_in(half, as_of):
            offers.setdefault(one.workplace_id, []).append(one)
    every = [(at, of_workplace.get(at.pk)) for at in found.workplaces.open(today).select_related("unit")]
    awaited = {one.workplace_id: one.sent_on for one in database.rows("matching_waits_for_managers")}
    record("activities.see_departments", kind="read", employer=found.pk, half=half)
    context = {
        "employer": found,
        "acts": acts,
        "differences": getattr(acts["target"].bound, "differences", []) if "target" in acts else [],
        "half": half,
        "in_words": half_in_words(half),
        "last_day": last_day(half),
        "others": others(half, today),
        "target": target,
        "workplaces": [
            (at, asked, offers.get(at.pk, []), latest_notices(asked), awaited.get(at.pk)) for at, asked in every
        ],
        "offered": sum(one.places for some in offers.values() for one in some),
        "today": today,
    }
    return render(request, "activities/department.html", context, status=acts.status)
