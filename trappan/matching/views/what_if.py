"""What would be different of the week's proposals, asked by those who read how they went: the worker answers."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities.models import Activity
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.allocation.difference import told_of_run
from trappan.matching.forms.what_if import AllocationQuestionForm
from trappan.matching.models import AllocationQuestion, AllocationRun, AllocationTown
from trappan.placements.planned import usual_start
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may

Change = AllocationQuestion.Change
LATEST = 10  # of one's own questions


@may("matching.ask_what_if")
def what_ifs(request: Request) -> HttpResponse:
    """Say how the coming Monday's run went in counts, ask what would be different, and list what one has asked."""
    run = standing(request)
    form, asked = asking(request, run)
    if asked:
        return redirect("matching:what_if", asked.pk)
    questions = list(AllocationQuestion.objects.select_related("activity__unit", "run")[:LATEST])
    record("matching.see_what_ifs", kind="read", found=len(questions))
    context = {
        "monday": usual_start(request.actor.today),
        "run": run,
        "counts": told_of_run(run.counts["waiting"], run.counts["proposed"]) if run and run.counts else None,
        "form": form,
        "questions": [(one, asked_in_words(one)) for one in questions],
    }
    return render(request, "matching/what_ifs.html", context, status=422 if form and form.errors else 200)


@may("matching.ask_what_if")
def what_if(request: Request, allocation_question_id: int) -> HttpResponse:
    """Show what would be different, once the worker has answered; ask again with another change.

    While it waits the page looks again by itself: nothing new is read then, and nothing recorded.
    """
    question = get_object_or_404(
        AllocationQuestion.objects.select_related("activity__unit", "run"), pk=allocation_question_id
    )
    run = standing(request)
    form, asked = asking(request, run, question)
    if asked:
        return redirect("matching:what_if", asked.pk)
    if question.answer is not None or "HX-Request" not in request.headers:
        record("matching.see_what_if", kind="read", question=question.pk)
    rows = question.answer["activities"] if question.answer else []
    told = [one for one in rows if one["from"] is not None or one["to"] is not None]
    context = {
        "question": question,
        "asked": asked_in_words(question),
        "activities": told,
        "untold": len(rows) - len(told),
        "is_passed": run is None or run.pk != question.run_id,
        "form": form,
    }
    return render(request, "matching/what_if.html", context, status=422 if form and form.errors else 200)


def standing(request: Request) -> AllocationRun | None:
    """Return the run of the coming Monday that can be asked about; None where none has been made."""
    monday = usual_start(request.actor.today)
    return AllocationRun.objects.filter(monday=monday).exclude(made_at=None).first()


def asking(
    request: Request, run: AllocationRun | None, question: AllocationQuestion | None = None
) -> tuple[AllocationQuestionForm | None, AllocationQuestion | None]:
    """Return the form in which one asks, with the change of a question that was asked, and the question now asked."""
    if run is None:
        return None, None
    begun: dict[str, Any] = {}
    if question:
        begun = {"change": question.change, "activity": question.activity_id, "places": question.places}
    form = AllocationQuestionForm(request.POST or None, activities=activities_of(run), initial=begun)
    asked: list[AllocationQuestion] = []

    def ask(**said: Any) -> None:
        asked.append(operations.ask_what_if(run=run, **said))

    if form.is_valid() and carry_out(form, ask, **form.cleaned_data):
        return form, asked[0]
    return form, None


def activities_of(run: AllocationRun) -> list[Activity]:
    """Return what a run was reckoned with and is open still on its Monday."""
    town = AllocationTown.objects.filter(pk=run.pk).only("activities").first()
    known = Activity.objects.filter(pk__in=town.activities if town else ()).select_related("unit")
    return [one for one in known.order_by("name", "pk") if one.covers(run.monday)]


def asked_in_words(question: AllocationQuestion) -> str:
    """Say what was asked would change."""
    if question.activity is None:
        return str(question.get_change_display())
    words = {"place": question.activity.name, "site": question.activity.unit.name, "places": question.places}
    if question.change == Change.PLACES:
        return _("%(place)s: %(places)s more places") % words
    if question.change == Change.CLOSED:
        return _("%(place)s closed") % words
    return _("%(site)s closed, the whole site") % words
