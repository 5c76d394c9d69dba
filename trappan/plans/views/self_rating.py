"""How a person sees it: earlier answers side by side, and a page to write down new ones."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.operations import only_reads
from trappan.plans import operations
from trappan.plans.forms import SelfRatingForm
from trappan.plans.models import SelfRating
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.secrecy.rights import Request, has, may

SHOWN = 6  # occasions side by side: what a phone can still show, and a year and a half of thirds


@may("plans.see_plan")
def ratings(request: Request, case_id: int) -> HttpResponse:
    """Show what the person has answered, and write down what is said now."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    today = request.actor.today
    writes = has(request.actor, "plans.rate_oneself") and case.closed_on is None and not only_reads(case.person_id)
    form = SelfRatingForm(
        request.POST if request.POST.get("form") == "rate" else None, today=today, initial={"day": today}
    )
    if (
        writes
        and form.is_valid()
        and carry_out(
            form, operations.rate_oneself, case=case, day=form.cleaned_data["day"], today=today, answers=form.answers
        )
    ):
        messages.success(request, _("Saved."))
        return redirect("plans:ratings", case.pk)
    if writes and request.POST.get("form") == "back":
        take_back(request, case, read_day(request.POST.get("day", "")))
        return redirect("plans:ratings", case.pk)
    found = list(SelfRating.objects.standing().filter(case=case).select_related("author__colleague"))
    days = sorted({one.day for one in found}, reverse=True)[:SHOWN]
    words = {code: statement for (_table, code), statement in labels("self_rating").items()}
    record("plans.see_ratings", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "writes": writes,
        "days": days,
        "table": side_by_side(found, days, words),
        "said": [(one, words.get(one.statement, one.statement)) for one in found if one.words][:12],
        "own_days": sorted({one.day for one in found if one.author_id == request.actor.membership_id}, reverse=True)[
            :SHOWN
        ],
    }
    return render(request, "plans/ratings.html", context, status=422 if form.errors else 200)


def read_day(text: str) -> date:
    """Return the day that a button names; anything else is no page of ours."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Http404
    return day


def take_back(request: Request, case: Case, day: date) -> None:
    """Take back one's own answers of a day, and say how it went."""
    try:
        operations.take_back_rating(case=case, day=day)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back."))


def side_by_side(
    found: list[SelfRating], days: list[date], words: dict[str, str]
) -> list[tuple[str, list[SelfRating | None]]]:
    """Return each statement that has been answered with its answers, a column a day, latest first."""
    given = {(one.statement, one.day): one for one in found}
    return [
        (statement, [given.get((code, day)) for day in days])
        for code, statement in words.items()
        if any((code, day) in given for day in days)
    ]
