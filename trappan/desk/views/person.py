"""The person page: where somebody stands, how they moved, what is next."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.desk.case_rows import shown
from trappan.desk.person import File, open_file
from trappan.history.record import record
from trappan.history.secrecy import BY_OPENING
from trappan.people.models import Numbers, Person, written
from trappan.secrecy.rights import RIGHTS, Request, has, may
from trappan.ui.tabs import Tab, in_tab


@may("desk.see_person")
@in_tab(Tab.OVERVIEW)
def person(request: Request, person_id: int) -> HttpResponse:
    """Show a person: where they stand, how they moved, what is next."""
    file = open_file(person_id, request.actor)
    record("desk.see_person", person_id, scope="identity", kind="read")
    case = file.case
    context = {
        "file": file,
        "person": file.person,
        "case": case,
        "today": request.actor.today,
        "stage": file.stage,
        "stage_shown": shown()[file.stage],
        "can": {right.replace(".", "_"): may_here(request, right, file) for right in RIGHTS},
    }
    return render(request, "desk/person.html", context)


def may_here(request: Request, right: str, file: File) -> bool:
    """Tell whether the role carries the right and, where it writes, the colleague may write here."""
    reading = right.partition(".")[2].startswith("see_") or right.startswith("desk.")
    return has(request.actor, right) and (reading or not file.only_reads or (file.opened and right in BY_OPENING))


@may("desk.see_person")
@in_tab(Tab.OVERVIEW)
def number(request: Request, person_id: int) -> HttpResponse:
    """Show a protected person's number when it is asked for; the asking is noted."""
    found = get_object_or_404(Person.objects.annotate(all_numbers=Numbers("pk")), pk=person_id)
    if not (numbers := getattr(found, "all_numbers", None)):
        raise Http404
    record("desk.number", person_id, scope="plan", kind="read")
    return render(request, "desk/number.html", {"person": found, "numbers": [written(one) for one in numbers]})
