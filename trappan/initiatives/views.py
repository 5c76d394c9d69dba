"""The initiatives with their figures, the page of each, and those that one person takes part in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.initiatives import operations
from trappan.initiatives.counts import Counted, counted
from trappan.initiatives.forms import (
    AsOfForm,
    BeginForm,
    CarryForm,
    ChangeInitiativeForm,
    ContinuationForm,
    LandmarkForm,
    LeaveForm,
    PutInForm,
    ReportForm,
)
from trappan.initiatives.models import Initiative, InitiativePaper, Landmark, Participation
from trappan.initiatives.papers import facts_now
from trappan.partnerships.facts import Facts
from trappan.partnerships.views.decided_paper import act_that_begins, acts_on_paper, as_pdf, words_of
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.refusals.forms import carry_out
from trappan.schedules.periods import day_before
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

KEEP, MARK = "initiatives.keep", "initiatives.mark_days"
SHOWN, AT_MOST = 20, 200  # of those who take part, whom the reader may open: named, and counted


@may("initiatives.see")
def initiatives(request: Request) -> HttpResponse:
    """List the municipality's initiatives with how far each has come, and the days that charts are marked with."""
    today = request.actor.today
    days = list(Landmark.objects.filter(taken_out_on=None))
    acts = Acts(request, acts_on_days(request, days))
    if acts.carried_out():
        return redirect("initiatives:initiatives")
    found = list(Initiative.objects.select_related("follows"))
    figures = counted([one.pk for one in found], today)
    listed = [(one, figures[one.pk], figures[one.pk].reached(one)) for one in found]
    record("initiatives.see", kind="read", found=len(found))
    context = {
        "now": [line for line in listed if line[0].ends_on > today],
        "earlier": [line for line in listed if line[0].ends_on <= today],
        "days": acts.beside("take_out", days),
        "acts": acts,
        "form": acts.form,
        "keeps": has(request.actor, KEEP),
        "today": today,
    }
    return render(request, "initiatives/initiatives.html", context, status=acts.status)


def acts_on_days(request: Request, days: list[Landmark]) -> list[Act]:
    """List what may be done with the days that charts are marked with."""
    by = {"by": request.actor}
    return [
        Act("mark", operations.mark_day, _("Write it down"), LandmarkForm, on=by, right=MARK),
        *(
            Act(
                "take_out",
                operations.take_out_day,
                _("Take it out"),
                on={"landmark": one, "today": request.actor.today},
                row=one.pk,
                beside=one.name,
                right=MARK,
            )
            for one in days
        ),
    ]


@may(KEEP)
def begin_initiative(request: Request) -> HttpResponse:
    """Write down an initiative, alone or after another one."""
    begun: list[int] = []
    form = BeginForm(request.POST or None, initial={"counts": Initiative.Counts.STARTS})

    def begin(**values: Any) -> None:
        begun.append(operations.begin_initiative(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, begin, **form.cleaned_data):
        messages.success(request, _("The initiative is written down. Consultants can put people in it."))
        return redirect("initiatives:initiative", begun[-1])
    return render(request, "initiatives/begin_initiative.html", {"form": form}, status=422 if form.errors else 200)


@may(KEEP)
def change_initiative(request: Request, initiative_id: int) -> HttpResponse:
    """Change what is said of an initiative."""
    found = get_object_or_404(Initiative, pk=initiative_id)
    form = ChangeInitiativeForm(request.POST or None, initial=ChangeInitiativeForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_initiative, initiative=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("initiatives:initiative", found.pk)
    context = {"form": form, "initiative": found, "differences": form.differences}
    return render(request, "initiatives/change_initiative.html", context, status=422 if form.errors else 200)


@may("initiatives.see")
def initiative(request: Request, initiative_id: int) -> HttpResponse:
    """Show an initiative: its figures as of a day, who of them one may open, what goes on, and how it ended."""
    found = get_object_or_404(Initiative.objects.select_related("follows"), pk=initiative_id)
    today = request.actor.today
    goes_on = list(found.continuations.filter(taken_out_on=None))
    acts = Acts(request, acts_of(request, found, goes_on))
    if acts.carried_out():
        return redirect("initiatives:initiative", found.pk)
    asking = AsOfForm({"on": request.GET.get("on", str(today))}, initiative=found, today=today)
    as_of = asking.cleaned_data["on"] if asking.is_valid() else today
    figures = counted([found.pk], as_of)[found.pk]
    reports = list(found.reports.select_related("author__colleague"))
    own = found.participations.going_on().select_related("person").order_by("person__sort", "person_id")[:AT_MOST]
    record("initiatives.see", kind="read", initiative=found.pk, as_of=as_of)
    context = {
        "initiative": found,
        "followed_by": found.followed_by,
        "figures": figures,
        "reached": figures.reached(found),
        "asking": asking,
        "as_of": as_of,
        "today": today,
        "acts": acts,
        "form": acts.form,
        "keeps": has(request.actor, KEEP),
        "goes_on": acts.beside("take_out", goes_on),
        "reports": [(one, Counted(**one.figures)) for one in reports],
        "since": since(reports[0].figures, counted([found.pk], reports[0].as_of)[found.pk]) if reports else False,
        "own": list(own),
        "papers": [(one, reverse("initiatives:decision_paper", args=[one.pk])) for one in found.papers.all()],
        "shown": SHOWN,
    }
    return render(request, "initiatives/initiative.html", context, status=422 if asking.errors else acts.status)


def since(kept: dict[str, int], now: Counted) -> bool:
    """Tell whether what was written down later has changed a report's own figures; a line grows, and differs not."""
    return any(kept[name] != value for name, value in now.as_kept.items() if not name.startswith("chain"))


def acts_of(request: Request, found: Initiative, goes_on: list[Any]) -> list[Act]:
    """List what may be done with an initiative."""
    today = request.actor.today
    on = {"initiative": found}

    def went_along(moved: int) -> str:
        words = ngettext("%(moved)s person went along.", "%(moved)s people went along.", moved)
        return words % {"moved": moved} if moved else _("Nobody takes part in the one before any more.")

    carry = Act(
        "carry",
        operations.carry_over,
        _("Let them go along"),
        CarryForm,
        on=on,
        given={"initial": {"starts_on": max(found.starts_on, min(today, day_before(found.ends_on)))}},
        done=went_along,
        right=KEEP,
    )
    report = Act(
        "report",
        operations.write_report,
        _("Write the end report"),
        ReportForm,
        on={**on, "today": today},
        given={"initial": {"as_of": today}},
        right=KEEP,
    )
    return [
        *([carry] if found.follows_id is not None and found.covers(today) else []),
        Act("go_on", operations.go_on, _("Write it down"), ContinuationForm, on=on, right=KEEP),
        *(
            Act(
                "take_out",
                operations.take_out_continuation,
                _("Take it out"),
                on={"continuation": one, "today": today},
                row=one.pk,
                beside=one.what,
                right=KEEP,
            )
            for one in goes_on
        ),
        *([report] if today >= day_before(found.ends_on) else []),
        act_that_begins(operations.begin_paper, KEEP, **on),
    ]


def paper_or_404(paper_id: int) -> tuple[InitiativePaper, Facts]:
    """Return a paper that the actor reads, and what the initiative says now, or said when it was decided."""
    papers = InitiativePaper.objects.select_related("initiative__municipality", "initiative__follows")
    found = get_object_or_404(papers, pk=paper_id)
    return found, found.said if found.decided_on is not None else facts_now(found.initiative)


@may("initiatives.see")
def decision_paper(request: Request, initiative_paper_id: int) -> HttpResponse:
    """Show a paper with what the initiative says beside each section; write on it and decide by it."""
    found, now = paper_or_404(initiative_paper_id)
    acts = acts_on_paper(found, now, request.actor.today, operations.write_paper, operations.decide_by_paper, KEEP)
    page = Acts(request, acts)
    if page.carried_out():
        return redirect("initiatives:decision_paper", found.pk)
    record("initiatives.see_paper", kind="read", initiative=found.initiative_id)
    context = {**words_of(found, now), "initiative": found.initiative, "acts": page, "form": page.form}
    return render(request, "initiatives/decision_paper.html", context, status=page.status)


@may("initiatives.see")
def printed_paper(_request: Request, initiative_paper_id: int) -> HttpResponse:
    """Give out a paper as it is saved."""
    found, now = paper_or_404(initiative_paper_id)
    record("initiatives.print_paper", kind="read", initiative=found.initiative_id)
    return as_pdf(found, now)


@may("initiatives.put_in")
@in_tab(Tab.ACTIVITIES)
def participations(request: Request, person_id: int) -> HttpResponse:
    """Show the initiatives that one person takes part in; put the person in one, or say that it is over."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    listed = list(Participation.objects.filter(person=person).select_related("initiative", "case"))
    case = Case.objects.filter(person=person, closed_on=None).first()
    acts = Acts(request, acts_on(request, case, [one for one in listed if one.goes_on]))
    if acts.carried_out():
        return redirect("initiatives:participations", person.pk)
    record("initiatives.see_own", person.pk, scope="plan", kind="read")
    context = {
        "person": person,
        "now": acts.beside("leave", [one for one in listed if one.goes_on]),
        "earlier": [one for one in listed if not one.goes_on],
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "initiatives/participations.html", context, status=acts.status)


def acts_on(request: Request, case: Case | None, going: list[Participation]) -> list[Act]:
    """List what may be done about one person's initiatives."""
    today = request.actor.today
    put = Act(
        "put_in",
        operations.put_in,
        _("Put in"),
        PutInForm,
        on={"case": case, "today": today},
        given={"today": today, "initial": {"starts_on": today}},
    )
    return [
        *([put] if case else []),
        *(
            Act(
                "leave",
                operations.leave_initiative,
                _("It is over"),
                LeaveForm,
                on={"participation": one, "today": today},
                given={"initial": {"ends_on": today}},
                row=one.pk,
                beside=one.initiative.name,
            )
            for one in going
        ),
    ]
