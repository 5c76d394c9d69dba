"""The people in reach, fifty at a time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.desk.case_rows import lines, shown, with_steps
from trappan.desk.lists.people import kind_of
from trappan.desk.lists.walked import NAME, fill, whole
from trappan.desk.work.rows import person_url
from trappan.history.exports import exported
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.reach import Key, reach
from trappan.secrecy.rights import Request, has, may
from trappan.ui.asked import asked, keep_asked
from trappan.ui.lists.listing import Listing


@may("desk.see_people")
def people(request: Request) -> HttpResponse:
    """List the people in reach in Swedish order, fifty at a time, by the start of a name."""
    if request.method == "POST":
        return keep_asked(request, reverse("desk:people"), {"name": request.POST.get("name", "")})
    token, question = asked(request)
    prefix = question.get("name", "")
    kind = kind_of(request.actor)
    listing = Listing(
        "participants",
        _("Participants"),
        kind.columns,
        NAME,
        request.GET,
        {"asked": token} if token else {},
        may_export=has(request.actor, "desk.export_people"),
    )

    def walk(start: Key | None, backwards: bool, limit: int) -> list[Key]:
        return reach(request.actor, after=start, prefix=prefix, limit=limit, backwards=backwards)

    if listing.is_file:
        # The log tells that a name was asked for, never which.
        narrowed = {"name": "…"} if prefix else {}
        file = exported(request, listing, *whole(listing, kind, walk), right="desk.export_people", filters=narrowed)
        if file is not None:
            return file
    fill(listing, kind, walk)
    record("desk.see_people", kind="search" if prefix else "read", scope="log", found=len(listing.rows))
    context = {"listing": listing, "prefix": prefix, "token": token}
    return render(request, "desk/people.html", context, status=listing.status)


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
