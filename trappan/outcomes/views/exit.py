"""Ending a case, checking after a month, putting right what was wrong, and how it went: one page a person."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.assistance.models import SupportMonth
from trappan.cases.models import Case
from trappan.history.models import Version
from trappan.history.record import record
from trappan.outcomes import operations
from trappan.outcomes.drafts import begun, told_of_work
from trappan.outcomes.follow_up_list import by_link
from trappan.outcomes.follow_ups import due_day, times_of, waiting
from trappan.outcomes.forms import CheckForm, CorrectForm, ExitForm, FinishForm, ReopenForm
from trappan.outcomes.models import Exit, FollowUp, Return
from trappan.outcomes.versions import said_before
from trappan.people.models import HouseholdMember, Person
from trappan.people.operations import only_reads
from trappan.refusals.forms import carry_out
from trappan.rules.codes import words_of
from trappan.rules.models import ConceptMark
from trappan.rules.occupations import marks_of
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab


@may("outcomes.record_exit")
@in_tab(Tab.MORE)
def record_exit(request: Request, case_id: int) -> HttpResponse:
    """Close a case with its reason."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    today = request.actor.today
    told = told_of_work(case)
    draft = begun(told, today) if told is not None and "from" in request.GET else {"day": today}
    form = ExitForm(request.POST or None, today=today, initial=draft)
    if form.is_valid() and carry_out(form, operations.record_exit, case=case, today=today, **form.cleaned_data):
        checked = form.cleaned_data["reason"] in (Exit.Reason.WORK, Exit.Reason.STUDIES)
        messages.success(
            request,
            _("The case is closed. Work and studies are provisional until you have checked after a month.")
            if checked
            else _("The case is closed."),
        )
        return redirect("desk:person", case.person_id)
    context = {"case": case, "person": case.person, "form": form, "told": told, "begun": "from" in request.GET}
    record("outcomes.see_exit", case.person_id, scope="plan", kind="read")
    return render(request, "outcomes/exit.html", context, status=422 if form.errors else 200)


@may("outcomes.check_exit")
@in_tab(Tab.MORE)
def check(request: Request, exit_id: int) -> HttpResponse:
    """Say whether work or studies have lasted a month."""
    done = get_object_or_404(Exit.objects.select_related("person"), pk=exit_id)
    form = CheckForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.check_exit, exit=done, today=request.actor.today, held=form.cleaned_data["held"] == "yes"
    ):
        if form.cleaned_data["held"] == "yes":
            messages.success(request, _("Thank you. Now it counts."))
        else:
            messages.warning(
                request,
                _("It did not last: the person is on your list again. Reopen the case, and plan what comes next."),
            )
        return redirect("desk:person", done.person_id)
    record("outcomes.see_check", done.person_id, scope="plan", kind="read")
    context = {"exit": done, "person": done.person, "form": form}
    return render(request, "outcomes/check.html", context, status=422 if form.errors else 200)


@may("outcomes.correct_exit")
@in_tab(Tab.MORE)
def correct(request: Request, exit_id: int) -> HttpResponse:
    """Put right what was said of an end, with the reason."""
    done = get_object_or_404(Exit.objects.select_related("person"), pk=exit_id)
    form = CorrectForm(request.POST or None, done=done, initial=CorrectForm.begun(done))
    if form.is_valid() and carry_out(
        form, operations.correct_exit, exit=done, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("Put right. What stood before is kept."))
        return redirect("outcomes:exits", done.person_id)
    record("outcomes.see_correct", done.person_id, scope="plan", kind="read")
    context = {"exit": done, "person": done.person, "form": form}
    return render(request, "outcomes/correct.html", context, status=422 if form.errors else 200)


@may("outcomes.see_exits")
@in_tab(Tab.MORE)
def exits(request: Request, person_id: int) -> HttpResponse:
    """Show how the person's cases have ended, and how it went afterwards."""
    person = get_object_or_404(Person, pk=person_id)
    actor = request.actor
    found = exits_of(person)
    acts = Acts(request, acts_of(request, found) if not only_reads(person.pk) else ())
    if acts.carried_out():
        return redirect("outcomes:exits", person.pk)
    written = list(FollowUp.objects.filter(person=person).select_related("author__colleague"))
    versions = list(
        Version.objects.filter(of_table="outcomes_exit", row_id__in=[one.pk for one in found])
        .select_related("actor__colleague")
        .order_by("id")
    )
    returns = {one.exit_id: one.month for one in Return.objects.filter(exit__person=person)}
    rules = rules_on(actor.today)
    ends = []
    for done in found:
        times = times_of(done, [one for one in written if one.exit_id == done.pk], rules)
        ends.append(
            {
                "exit": done,
                "times": [(time, state_of(time, actor.today)) for time in times],
                "now": waiting(times, actor.today),
                "backs": acts.beside(
                    "back", [one for one in written if one.exit_id == done.pk and not one.taken_back_at]
                ),
                "returned": returns.get(done.pk),
                "is_short": is_in_shortage(done),
                "finish": acts.get(f"finish-{done.pk}"),
                "name": acts.get(f"name-{done.pk}") or acts.get(f"unname-{done.pk}"),
                "named_until": named_until(done, actor.today),
                "before": said_before(done, [one for one in versions if one.row_id == done.pk]),
            }
        )
    record("outcomes.see_exits", person.pk, scope="plan", kind="read")
    context = {
        "person": person,
        "ends": ends,
        "acts": acts,
        "writes": not only_reads(person.pk) and has(actor, "outcomes.correct_exit"),
        "reads_employers": has(actor, "employers.see"),
        "household": household_support(person) if has(actor, "assistance.see_support") else None,
    }
    return render(request, "outcomes/exits.html", context, status=acts.status)


def exits_of(person: Person) -> list[Any]:
    """Return the person's exits, the latest first, each with its codes in words."""
    return list(
        Exit.objects.filter(person=person)
        .select_related("case", "person", "employer", "occupation")
        .annotate(
            kind_words=words_of("exit_kind", "sub_code"),
            support_words=words_of("support_form", "support_form"),
            source_words=words_of("exit_source", "source"),
            **by_link(),
        )
        .order_by("-day", "-pk")
    )


def acts_of(request: Request, found: list[Exit]) -> list[Act]:
    """List what may be done with each end: write when studies were finished, name or not, take a follow-up back."""
    acts = []
    for done in found:
        on = {"exit": done}
        if done.reason == Exit.Reason.STUDIES:
            acts.append(
                Act(
                    "finish",
                    operations.finish_studies,
                    _("Save"),
                    FinishForm,
                    on={**on, "today": request.actor.today},
                    given={"initial": FinishForm.begun(done)},
                    right="outcomes.correct_exit",
                    row=done.pk,
                )
            )
        if named_until(done, request.actor.today, asked=True):
            name, words = ("unname", _("Do not name any more")) if done.named else ("name", _("Name"))
            acts.append(
                Act(
                    name,
                    operations.name_exit,
                    words,
                    on={**on, "named": not done.named},
                    right="outcomes.correct_exit",
                    row=done.pk,
                )
            )
    acts += [
        Act(
            "back",
            operations.take_back_follow_up,
            _("Take back"),
            on={"follow_up": one},
            done=_("Taken back. It is asked about again."),
            right="outcomes.follow_up",
            row=one.pk,
        )
        for one in FollowUp.objects.standing().filter(exit__in=found)
    ]
    return acts


def is_in_shortage(done: Exit) -> bool:
    """Tell whether somebody has marked the occupation, on the day of the end, as one with too few for the work."""
    return any(mark.kind == ConceptMark.Kind.SHORTAGE for mark in marks_of(done.occupation, done.day))


def named_until(done: Exit, today: date, *, asked: bool = False) -> date | None:
    """Return the first day without the name among those who came to work; None where it is not, or cannot be, named."""
    if done.group == Exit.Group.OTHERWISE or done.reopened_on is not None or not (done.named or asked):
        return None
    last = due_day(done.day, rules_on(today).named_months)
    return last if today < last else None


def state_of(time: Any, today: date) -> str:
    """Name what has become of a time at which somebody is asked."""
    if time.is_answered:
        return "answered"
    if time.is_given_up:
        return "given_up"
    if not time.has_come(today):
        return "to_come"
    return "waits" if time.waits(today) else "missed"


def household_support(person: Person) -> dict[str, Any] | None:
    """Return the latest month in which the person's household had support, apart from the person's own latest.

    As far as the reader may know: those of the household whom the reader does not see are not in it.
    """
    homes = HouseholdMember.objects.standing().filter(person=person).values("household")
    months = SupportMonth.objects.filter(household__in=homes).order_by("-month").values_list("month", "person_id")
    latest = months.first()
    own = months.filter(person=person).first()
    return {"month": latest[0], "own": own[0] if own else None} if latest else None


@may("outcomes.record_exit")
@in_tab(Tab.MORE)
def reopen(request: Request, case_id: int) -> HttpResponse:
    """Open a case again that was closed by mistake, or is needed again, with the reason."""
    case = get_object_or_404(Case.objects.select_related("person", "responsible__colleague"), pk=case_id)
    today = request.actor.today
    done = Exit.objects.filter(case=case, reopened_on=None).first()
    did_not_last = _("The work or the studies did not last.") if done and done.has_failed else ""
    form = ReopenForm(request.POST or None, actor=request.actor, initial={"why": did_not_last})
    if form.is_valid() and carry_out(form, operations.reopen, case=case, today=today, **form.cleaned_data):
        messages.success(request, _("The case is open again, with its number, its plan and its way as before."))
        return redirect("desk:person", case.person_id)
    sits = case.responsible
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "exit": done,
        "stays": sits if sits and sits.covers(today) else None,
    }
    record("outcomes.see_reopen", case.person_id, scope="plan", kind="read")
    return render(request, "outcomes/reopen.html", context, status=422 if form.errors else 200)
