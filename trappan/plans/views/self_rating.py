"""How a person sees it: earlier answers side by side, and a page to write down new ones."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.operations import only_reads
from trappan.plans import operations
from trappan.plans.forms import SelfRatingForm
from trappan.plans.models import SelfRating
from trappan.rules.codes import labels
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import day as in_words

SHOWN = 6  # occasions side by side: what a phone can still show, and a year and a half of thirds


@may("plans.see_plan")
@in_tab(Tab.STEPS)
def ratings(request: Request, case_id: int) -> HttpResponse:
    """Show what the person has answered, and write down what is said now."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    writes = has(request.actor, "plans.rate_oneself") and case.closed_on is None and not only_reads(case.person_id)
    every = list(SelfRating.objects.filter(case=case).select_related("author__colleague"))
    own = [one for one in every if one.author_id == request.actor.membership_id]
    acts = Acts(request, acts_of(request, case, own) if writes else ())
    if acts.carried_out():
        return redirect("plans:ratings", case.pk)
    found = [one for one in every if one.taken_back_at is None]
    days = latest(found)
    words = {code: statement for (_table, code), statement in labels("self_rating").items()}
    record("plans.see_ratings", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "acts": acts,
        "form": acts.form,
        "days": days,
        "table": side_by_side(found, days, words),
        "said": [(one, words.get(one.statement, one.statement)) for one in found if one.words][:12],
        "backs": [acts[f"back-{day.toordinal()}"] for day in latest(set(own) & set(found))] if writes else [],
    }
    return render(request, "plans/ratings.html", context, status=acts.status)


def latest(found: Iterable[SelfRating]) -> list[date]:
    """Return the latest days with answers, as many as are shown."""
    return sorted({one.day for one in found}, reverse=True)[:SHOWN]


def acts_of(request: Request, case: Case, own: list[SelfRating]) -> list[Act]:
    """List what may be done: write down what is said, take one's own answers of a day back."""
    today, on = request.actor.today, {"case": case}
    return [
        Act(
            "rate",
            operations.rate_oneself,
            _("Save"),
            SelfRatingForm,
            on={**on, "today": today},
            given={"today": today, "initial": {"day": today}},
            prefixed=False,
        ),
        *(
            Act(
                "back",
                operations.take_back_rating,
                _("Take back %(day)s") % {"day": in_words(day)},
                on={**on, "day": day},
                done=_("Taken back."),
                row=day.toordinal(),
            )
            for day in sorted({one.day for one in own})
        ),
    ]


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
