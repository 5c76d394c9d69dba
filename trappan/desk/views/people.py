"""The people in reach, fifty at a time."""

import re
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from trappan.cases.models import Case
from trappan.desk.case_rows import lines, shown, with_steps
from trappan.desk.work.rows import person_url
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.reach import PAGE, Key, called, in_order, reach
from trappan.secrecy.rights import Request, has, may
from trappan.ui.asked import asked, keep_asked

PAGES = 20  # of a name: whoever looks further writes more of it


@may("desk.see_people")
def people(request: Request) -> HttpResponse:
    """List the people in reach in Swedish order, fifty at a time, or the first fifty who are called so."""
    if request.method == "POST":
        return keep_asked(request, reverse("desk:people"), {"name": request.POST.get("name", "")})
    token, question = asked(request)
    typed = question.get("name", "")
    following: dict[str, object] = {}
    if typed:
        page = page_of(request.GET.get("page", ""))
        found, more = called(typed, skip=(page - 1) * PAGE)
        first_page = page == 1
        if more and page < PAGES:
            following = {"asked": token, "page": page + 1}
    else:
        after = place_of(request.GET.get("after", ""))
        keys = reach(request.actor, after=after, limit=PAGE + 1)
        found, first_page = in_order(keys[:PAGE]), not after[1]
        if len(keys) > PAGE:
            following = {"after": keys[PAGE - 1][1]}
    rows = facts_of(found, request)
    record("desk.see_people", kind="search" if typed else "read", scope="log", found=len(rows))
    context = {
        "rows": rows,
        "following": urlencode(following),
        "searched_name": typed,
        "token": token,
        "first_page": first_page,
    }
    return render(request, "desk/people.html", context)


def page_of(text: str) -> int:
    """Return which page of a name is asked for; the first where that is no number of one."""
    return int(text) if re.fullmatch(r"[1-9][0-9]?", text) and int(text) <= PAGES else 1


def place_of(after: str) -> Key:
    """Return the place in the list behind a person; the beginning where that is nobody whom one sees.

    The address carries the row's number, never the name that the list is sorted by.
    """
    person_id = int(after) if re.fullmatch(r"[0-9]{1,18}", after) else 0
    found = Person.objects.filter(pk=person_id).values_list("sort", "pk").first() if person_id else None
    return found or ("", 0)


def facts_of(persons: list[Person], request: Request) -> list[dict[str, object]]:
    """Put each person's open case and stage beside the name."""
    words = shown()
    rows = [{"person": person, "url": person_url(person.pk), "stage": words["no_case"]} for person in persons]
    if has(request.actor, "plans.see_plan"):
        open_cases = lines(with_steps(Case.objects.filter(person__in=persons)))
        by_person = {line.case.person_id: line for line in open_cases}
        for row, person in zip(rows, persons, strict=True):
            if line := by_person.get(person.pk):
                row |= {"line": line, "stage": words[line.state.stage]}
    return rows
