"""A household on one page: the week, the case and the end of each adult whom the reader sees, each apart."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.desk.person import case_of, placements, plans_of, this_week
from trappan.history.record import record
from trappan.outcomes.models import Exit
from trappan.people.models import HouseholdMember, Person
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("desk.see_household")
@in_tab(Tab.MORE)
def household(request: Request, person_id: int) -> HttpResponse:
    """Show the weeks of the household's adults beside each other: of those whom the reader sees, and of nobody else."""
    person = get_object_or_404(Person, pk=person_id)
    actor = request.actor
    homes = HouseholdMember.objects.standing().on(actor.today).filter(person=person).values("household")
    living = HouseholdMember.objects.standing().on(actor.today).filter(household__in=homes)
    others = (
        Person.objects.filter(households__in=living)
        .exclude(pk=person.pk)
        .exclude(households__in=living.filter(role=HouseholdMember.Role.CHILD))
    )
    adults = [person, *others.distinct().order_by("sort", "pk")]
    for adult in adults:
        record("desk.see_household", adult.pk, scope="plan", kind="read")
    found = [week_and_end(adult, actor) for adult in adults]
    context = {"person": person, "adults": found, "out_since": out_since(found)}
    return render(request, "desk/household.html", context)


def out_since(adults: Sequence[dict[str, Any]]) -> date | None:
    """Return the day on which the last of the adults came to work or studies; None while one of them has not.

    It is the household's way out, as far as the reader sees it: whether there is an adult whom the reader does not see
    is not told by it.
    """
    ends = [one["exit"] for one in adults]
    return max(end.day for end in ends) if all(end and end.is_followed for end in ends) else None


def week_and_end(adult: Person, actor: Actor) -> dict[str, Any]:
    """Return what the reader sees of one adult: the case, this week, and how the latest case ended."""
    case = case_of(adult, actor)
    plan = next((plan for plan in plans_of(case) if plan.decided), None)
    ended = Exit.objects.filter(case=case, reopened_on=None).first() if case and case.closed_on else None
    return {
        "person": adult,
        "case": case,
        "week": this_week(placements(adult.pk, actor.today), plan, actor.today),
        "exit": ended,
    }
