"""The people in reach, fifty at a time."""

import re
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from trappan.cases.models import Case
from trappan.desk.case_rows import lines, shown, with_steps
from trappan.desk.work.rows import person_url
from trappan.people.models import Person
from trappan.people.reach import PAGE, Key, in_order, reach
from trappan.secrecy.rights import Request, has, may


@may("desk.see_people")
def people(request: Request) -> HttpResponse:
    """List the people in reach in Swedish order, fifty at a time, by the start of a name."""
    prefix = request.GET.get("name", "").replace("\0", "").strip()[:60]
    after = read_key(request.GET.get("after", ""))
    keys = reach(request.actor, after=after, prefix=prefix, limit=PAGE + 1)
    rows = facts_of(in_order(keys[:PAGE]), request)
    following = ""
    if len(keys) > PAGE:
        last = keys[PAGE - 1]
        following = urlencode({"name": prefix, "after": f"{last[1]}:{last[0]}"})
    context = {"rows": rows, "following": following, "prefix": prefix, "first_page": not after[1]}
    return render(request, "desk/people.html", context)


def read_key(text: str) -> Key:
    """Read the place in the list that the address carries; anything else is the beginning."""
    found = re.fullmatch(r"(\d{1,18}):(.*)", text, re.DOTALL)
    return (found[2], int(found[1])) if found else ("", 0)


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
