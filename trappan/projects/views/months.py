"""What is handed in of a project's months: to its leader how it stands, to a coordinator the own months and files."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.projects import operations
from trappan.projects.forms import VersionForm
from trappan.projects.layouts import layout_of, written
from trappan.projects.models import EmptyMonth, MonthFile, Municipality, Project
from trappan.projects.months import CHANGED, LATE, OWED, Month, changes_in_words, counted, in_words, months_of
from trappan.projects.views.participants import coordinated
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.lists.roster import Made, Roster
from trappan.ui.templatetags.ui import day

HAND_IN = "projects.hand_in"
WRITTEN = "%Y-%m"
AT_START = 5  # rows of a box
KINDS = ("begun", "ended", "result", "gone", "other")


def address(page: str, project_id: int, month: date) -> str:
    """Return the address of a page about a month."""
    return f"{reverse(page, args=[project_id])}?{urlencode({'month': month.strftime(WRITTEN)})}"


def asked_month(request: Request, known: Sequence[date]) -> date | None:
    """Return the month that the address asks for; None where it asks for none, 404 where it is none of the known."""
    if "month" not in request.GET:
        return None
    try:
        month = datetime.strptime(request.GET["month"], WRITTEN).date()  # noqa: DTZ007  # a month has no zone
    except ValueError:
        raise Http404 from None
    if month not in known:
        raise Http404
    return month


@may("projects.see")
def months(request: Request, project_id: int) -> HttpResponse:
    """List a project's months: a coordinator's own, or to its leader how many municipalities stand where."""
    found = get_object_or_404(Project.objects.select_related("owner"), pk=project_id)
    all_of = months_of([found.pk])
    record("projects.see_months", kind="read", project=found.pk)
    context: dict[str, Any] = {"project": found, "leads": has(request.actor, "projects.keep")}
    if context["leads"]:
        context |= for_leader(request, found, all_of)
    else:
        context["roster"] = own_months(found, all_of, request.actor.today)
    return render(request, "projects/months.html", context)


def own_months(found: Project, own: Sequence[Month], today: date) -> Roster:
    """Return a coordinator's months, each with its page."""
    return Roster(
        _("Months"),
        _("Month"),
        (pgettext("a day", "By"), _("How it stands")),
        [
            Made(in_words(one.month), address("projects:month", found.pk, one.month), (day(one.due), one.words(today)))
            for one in own
        ],
        len(own),
    )


def for_leader(request: Request, found: Project, all_of: Sequence[Month]) -> dict[str, Any]:
    """Return how each municipality stands with one month, and how many stand where with each."""
    today = request.actor.today
    known = list(dict.fromkeys(one.month for one in all_of))
    chosen = asked_month(request, known) or (known[0] if known else None)
    names = {one.pk: one.organisation.name for one in found.municipalities.select_related("organisation")}
    lines = [(month, counted([one for one in all_of if one.month == month], today)) for month in known]
    return {
        "month": in_words(chosen) if chosen else "",
        "stands": sorted(
            (names[one.municipality_id], one.words(today), one.state(today)) for one in all_of if one.month == chosen
        ),
        "roster": Roster(
            _("Municipalities by month"),
            _("Month"),
            (_("Handed in"), _("Nothing to hand in"), _("Late"), _("Not due yet"), _("Changed since")),
            [
                Made(
                    in_words(month),
                    address("projects:months", found.pk, month),
                    tuple(str(number) for number in numbers.values()),
                )
                for month, numbers in lines
            ],
            len(lines),
        ),
    }


@may(HAND_IN)
def month(request: Request, project_id: int) -> HttpResponse:
    """Show a month of the actor's municipality, the last where none is asked for: what to look at, and its files."""
    own = coordinated(request, project_id)
    all_of = months_of([project_id])
    if not all_of:
        raise Http404
    chosen = asked_month(request, [one.month for one in all_of]) or all_of[0].month
    stands = next(one for one in all_of if one.month == chosen)
    files = list(
        MonthFile.objects.filter(municipality=own, month=chosen)
        .select_related("author__colleague", "handed_by__colleague")
        .prefetch_related("takings__author__colleague")
    )
    empty = EmptyMonth.objects.filter(municipality=own, month=chosen, undone_on=None).first()
    checked = report(own, chosen)
    acts = Acts(request, acts_of(request, own, chosen, files, empty, takes_part=bool(checked["in_file"])))
    if acts.carried_out():
        return redirect(address("projects:month", project_id, chosen))
    record("projects.see_months", kind="read", scope="log", project=project_id, month=chosen)
    context = {
        "project": own.project,
        "own": own,
        "title": _("File of participants, %(month)s") % {"month": in_words(chosen)},
        "stands": stands,
        "state": stands.words(request.actor.today),
        "color": {LATE: "danger", CHANGED: "warning"}.get(stands.state(request.actor.today), "neutral"),
        "checked": checked,
        "changed": [(one, said) for kind, said in kinds().items() for one in checked[kind]],
        "files": [(one, changes_in_words(one.changes)) for one in files],
        "latest": files[0] if files else None,
        "is_kept": bool(files) and request.actor.today < files[0].expires_on,
        "layout": layout_of(chosen),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "projects/month.html", context, status=acts.status)


def kinds() -> dict[str, str]:
    """Return what may be otherwise than it was handed in, in words."""
    return {
        "begun": _("The first day is another, or the person was not in the file."),
        "ended": _("The last day is another."),
        "result": _("What came of it is something else."),
        "gone": _("Was in the file, and took no part then."),
        "other": _("The number, sub-initiative or target groups are others."),
    }


def report(own: Municipality, chosen: date) -> dict[str, list[Person]]:
    """Return who stands in a month's file, and of whom there is something to look at, by what it is."""
    rows = [(one.kind, one.person_id) for one in database.rows("projects_month_report", own.pk, chosen)]
    people = {one.pk: one for one in Person.objects.filter(pk__in={person for _kind, person in rows})}
    return {
        kind: sorted((people[one] for said, one in rows if said == kind and one in people), key=lambda one: one.sort)
        for kind in ("in_file", "no_number", "no_group", *KINDS)
    }


def acts_of(
    request: Request,
    own: Municipality,
    chosen: date,
    files: Sequence[MonthFile],
    empty: EmptyMonth | None,
    *,
    takes_part: bool,
) -> list[Act]:
    """List what may be done with a month: make its file, hand it in, say that there is nothing, and take that back."""
    if own.project.finished_on:
        return []
    latest = files[0] if files else None
    on = {"municipality": own, "month": chosen}
    make = Act(
        "make",
        operations.make_month_file,
        _("Make another version") if latest else _("Make the file"),
        VersionForm,
        on=on,
        given={"initial": {"version": latest.version if latest else 0}},
        done=_("The file is made. Take it out, hand it in to the fund, and say here that you have."),
        late=bool(empty) or not takes_part,
    )
    hand = Act(
        "hand_in",
        operations.hand_in_month,
        _("It is handed in today"),
        VersionForm,
        on={"file": latest},
        given={"initial": {"version": latest.version if latest else 0}},
        done=_("Written down. It no longer waits for you."),
        late=not latest or latest.handed_on is not None or request.actor.today >= latest.expires_on,
    )
    nothing = Act(
        "nothing",
        operations.say_nothing,
        _("There is nothing to hand in"),
        on=on,
        done=_("Written down. It no longer waits for you."),
        late=bool(empty) or takes_part or any(one.handed_on for one in files),
    )
    undo = Act(
        "undo",
        operations.undo_nothing,
        _("Take it back: there is something"),
        on={"empty": empty, "today": request.actor.today},
    )
    return [make, *([hand] if latest else []), nothing, *([undo] if empty else [])]


@may(HAND_IN)
def take_month(request: Request, month_file_id: int) -> HttpResponse:
    """Answer with a month's file for a coordinator who may see everybody in it, and note it; 404 otherwise."""
    found = get_object_or_404(
        MonthFile.objects.select_related("municipality__project", "municipality__organisation"),
        pk=month_file_id,
        municipality__unit=request.actor.unit_id,
    )
    rows = operations.take_month_file(file=found)
    if not rows:
        raise Http404
    about = {
        "project": found.municipality.project.name,
        "municipality": found.municipality.organisation.name,
        "month": found.month.strftime(WRITTEN),
    }
    name = f"deltagare-{found.month.strftime(WRITTEN)}-v{found.version}.csv"
    answer = HttpResponse(written(found.columns, rows, about).encode(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def owed_in(request: Request, projects: Sequence[Project]) -> dict[str, Any]:
    """Return what waits at the start: a coordinator's months to hand in, a leader's municipalities to remind."""
    today, leads = request.actor.today, has(request.actor, "projects.keep")
    going = {one.pk: one for one in projects if one.finished_on is None}
    states = (CHANGED, LATE) if leads else OWED
    found = [one for one in months_of(going) if one.state(today) in states]
    shown = found[:AT_START]
    names: dict[int, str] = {}
    if leads and shown:
        those = Municipality.objects.filter(pk__in={one.municipality_id for one in shown})
        names = {one.pk: one.organisation.name for one in those.select_related("organisation")}
    page = "projects:months" if leads else "projects:month"
    rows = [
        (
            ", ".join(filter(None, [names.get(one.municipality_id), in_words(one.month), going[one.project_id].name])),
            one.words(today),
            address(page, one.project_id, one.month),
            one.state(today) == LATE,
        )
        for one in shown
    ]
    return {"owed": rows, "more_owed": len(found) - len(shown)}
