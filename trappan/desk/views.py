"""Start, search, the list of people, the person page, the log."""

import re
from datetime import timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases.models import Case
from trappan.desk.caseload import AT_MOST, Stage, lines, shown, with_steps
from trappan.desk.caseload import caseload as listed
from trappan.desk.forms import CaseloadFilter
from trappan.desk.person import File, open_file
from trappan.desk.work import waiting_for
from trappan.desk.work.rows import person_url
from trappan.history.models import Event
from trappan.history.record import record
from trappan.history.words import log_words
from trappan.people.models import Number, Person
from trappan.people.numbers import read_number
from trappan.people.operations import Finding, find_number
from trappan.people.reach import PAGE, Key, in_order, reach
from trappan.refusals import Refused
from trappan.rules.codes import labels
from trappan.schedules.clock import now
from trappan.secrecy.rights import RIGHTS, Request, has, may


@may("desk.see_start")
def start(request: Request) -> HttpResponse:
    """Show what waits for the colleague today; each role its own."""
    if request.actor.role in ("supervisor", "site_leader"):
        return redirect("attendance:day")
    if request.actor.role == "auditor":
        return redirect("desk:log")
    queues = waiting_for(request.actor)
    urgent = sum(len(queue.rows) for queue in queues if queue.urgency == "today")
    groups = [
        (title, [queue for queue in queues if queue.urgency == urgency])
        for urgency, title in (("today", _("Do today")), ("week", _("Do this week")), ("watch", _("Keep an eye on")))
    ]
    context = {
        "groups": [group for group in groups if group[1]],
        "urgent": urgent,
        "week": request.actor.today.isocalendar().week,
    }
    return render(request, "desk/start.html", context)


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


@may("desk.search")
def search(request: Request) -> HttpResponse:
    """Search by name, personal number or case number, and by nothing else."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    context: dict[str, object] = {"text": text}
    if re.fullmatch(r"\d{4}-\d{4,6}", text):
        case = Case.objects.filter(number=text).first()
        if case is not None:
            return redirect("desk:person", case.person_id)
    elif re.match(r"[\d ]{6}", text):
        try:
            number = read_number(text, request.actor.today)
            context["finding"] = finding = find_number(number=number)
        except Refused as refusal:
            context["refusal"] = str(refusal)
        else:
            if isinstance(finding, Finding) and finding.person_id:
                return redirect("desk:person", finding.person_id)
    elif text:
        keys = reach(request.actor, prefix=text) + reach(request.actor, prefix=text, column="given_sort")
        unique = {person_id: (sort, person_id) for sort, person_id in keys}
        context["rows"] = facts_of(in_order(list(unique.values())[:PAGE]), request)
    return render(request, "desk/search.html", context)


@may("desk.see_person")
def person(request: Request, person_id: int) -> HttpResponse:
    """Show a person: where they stand, how they moved, what is next."""
    file = open_file(person_id, request.actor.today)
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
    return has(request.actor, right) and (reading or not file.only_reads)


@may("desk.see_caseload")
def caseload(request: Request) -> HttpResponse:
    """List one's own open cases, or a colleague's that one sees: the longest wait first."""
    form = CaseloadFilter(request.GET, by=request.actor)
    entries = listed(form.chosen(), request.actor) if form.is_valid() else []
    context = {"form": form, "entries": entries, "at_most": AT_MOST, "own": form.own}
    return render(request, "desk/caseload.html", context, status=200 if form.is_valid() else 400)


@may("desk.see_ageing")
def ageing(request: Request) -> HttpResponse:
    """Show, to the head of the unit, how many cases wait for what and for how long."""
    words = {**labels_of("stall"), **{value: str(label) for value, label in Stage.choices}}
    counts = [
        {"why": words.get(why, why), "bands": bands, "total": sum(bands)}
        for why, *bands in database.rows("desk_unit_ageing")
    ]
    longest = [{**one._asdict(), "why": words.get(one.why, one.why)} for one in database.rows("desk_unit_longest")]
    totals = [sum(column) for column in zip(*(row["bands"] for row in counts), strict=True)]
    context = {"counts": counts, "longest": longest, "totals": totals, "total": sum(totals)}
    return render(request, "desk/ageing.html", context)


def labels_of(table: str) -> dict[str, str]:
    return {code: words for (_table, code), words in labels(table).items()}


@may("desk.see_person")
def number(request: Request, person_id: int) -> HttpResponse:
    """Show a protected person's number when it is asked for; the asking is noted."""
    found = get_object_or_404(Person, pk=person_id)
    numbers = list(Number.objects.filter(person=found))
    if not numbers:
        raise Http404
    record("desk.number", person_id, scope="plan", kind="read")
    return render(request, "desk/number.html", {"person": found, "numbers": numbers})


@may("desk.see_log")
def log(request: Request) -> HttpResponse:
    """Show the latest readings, searches, refusals and openings: who, when, which case number."""
    minutes = {"9m": 9, "1d": 24 * 60}
    span = request.GET.get("span", "9m")
    events = Event.objects.exclude(kind="write").select_related("actor__colleague", "actor_unit")
    if span in minutes:
        events = events.filter(at__gte=now() - timedelta(minutes=minutes[span]))
    rows = list(events.order_by("-at", "-id")[:100])
    ids = sorted({row.person_id for row in rows if row.person_id})
    numbers = dict(database.rows("cases_case_numbers", ids))
    # A refusal names the address that was tried.
    words = log_words()
    told = [
        (row, numbers.get(row.person_id, ""), row.details.get("path") or words.get(row.verb, row.verb)) for row in rows
    ]
    context = {"rows": told, "span": span}
    return render(request, "desk/log.html", context)
