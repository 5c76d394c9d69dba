"""A person's attendance by month, what was found of absences, and days that differ."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.attended import sessions_of, totals
from trappan.attendance.forms import FindingForm
from trappan.attendance.models import AttendedTime, Correction, Finding
from trappan.attendance.papers import month_facts
from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements.models import Placement, ToldReason
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.schedules.months import month_of, months_after, next_month
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

DOCUMENT = Path(__file__).parent.parent / "typst" / "month.typ"


FIRST = date(2020, 2, 1)  # the calendar begins the month before


@may("attendance.see_attendance")
@in_tab(Tab.ATTENDANCE)
def attendance(request: Request, person_id: int) -> HttpResponse:
    """Show a month of sessions, each minute in one place, and what the month adds up to."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    month = read_month(request.GET.get("month", ""), request.actor.today)
    rows = sessions_of(person_id, month, next_month(month))
    words = labels("absence_reason")
    told = told_of(person_id, month, next_month(month), words)
    found = {
        (one.placement_id, one.day): one
        for one in Finding.objects.filter(person=person, day__gte=month, day__lt=next_month(month))
    }
    corrected = corrections_of(person_id, month, next_month(month))
    record("attendance.see_attendance", person_id, scope="plan", kind="read")
    context = {
        "person": person,
        "month": month,
        "totals": totals(rows),
        "before": months_after(month, -1),
        "after": next_month(month) if next_month(month) <= request.actor.today else None,
        "rows": [
            {
                "time": row,
                "told": told.get((row.placement_id, row.day), []),
                "corrections": corrected.get((row.placement_id, row.day), []),
                "found": found.get((row.placement_id, row.day)),
                "why": words.get(("absence_reason", found[row.placement_id, row.day].reason), "")
                if (row.placement_id, row.day) in found
                else "",
            }
            for row in rows
        ],
        "may_find": has(request.actor, "attendance.find"),
    }
    return render(request, "attendance/attendance.html", context)


def told_of(
    person_id: int, first: date, after: date, words: Mapping[tuple[str, str], str]
) -> dict[tuple[int, date], list[str]]:
    """Return the reasons that were told of a person's absences between two days (half-open), each as it is shown.

    Where it was a helper or a guardian who told it, it says so: it is not the person's word.
    """
    told: dict[tuple[int, date], list[str]] = {}
    for one in ToldReason.objects.filter(person_id=person_id, day__gte=first, day__lt=after):
        said = f"{words.get(('absence_reason', one.reason), one.reason)} {one.note}".strip()
        if one.said_by:
            by = _("said by %(by)s") % {"by": one.get_said_by_display()}
            said = f"{said} ({by})"
        told.setdefault((one.placement_id, one.day), []).append(said)
    return told


def corrections_of(person_id: int, first: date, after: date) -> dict[tuple[int, date], list[Correction]]:
    """Return what a person's marks between two days (half-open) were before they were changed."""
    found: dict[tuple[int, date], list[Correction]] = {}
    about = Correction.objects.filter(person_id=person_id, day__gte=first, day__lt=after)
    for one in about.select_related("marked_by__colleague", "corrected_by__colleague"):
        found.setdefault((one.placement_id, one.day), []).append(one)
    return found


@may("attendance.see_attendance")
def month_document(request: Request, person_id: int) -> HttpResponse:
    """Give a month's attendance as a tagged PDF; its minutes are those of the page and of grounds."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan") or person.is_protected:
        raise Http404  # no print of a protected person's file
    month = read_month(request.GET.get("month", ""), request.actor.today)
    found = {
        (one.placement_id, one.day): one
        for one in Finding.objects.filter(person=person, day__gte=month, day__lt=next_month(month))
    }
    record("attendance.month_document", person_id, scope="plan", kind="read", month=month)
    facts = month_facts(
        person,
        month,
        sessions_of(person_id, month, next_month(month)),
        found,
        labels("absence_reason"),
        request.actor.unit_name,
    )
    content = pdf(DOCUMENT, facts, title=facts["title"], language=get_language() or "sv")
    return answer(content, f"narvaro-{month:%Y-%m}.pdf")


def read_month(text: str, today: date) -> date:
    """Read the month that the address names; anything else is this month."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return month_of(today)
    return min(max(month, FIRST), month_of(today))


@may("attendance.find")
@in_tab(Tab.ATTENDANCE)
def find(request: Request, placement_id: int, day: date) -> HttpResponse:
    """Find what an absence was: an acceptable reason, or none after a conversation."""
    placement = get_object_or_404(Placement.objects.select_related("person"), pk=placement_id)
    time = AttendedTime.objects.filter(placement=placement, day=day).first()
    if time is None or not holds(placement.person_id, "plan"):
        raise Http404
    form = FindingForm(request.POST or None, day=time.day, person_id=placement.person_id)
    if form.is_valid() and carry_out(form, operations.find, placement=placement, day=time.day, **form.cleaned_data):
        messages.success(request, _("Saved."))
        address = reverse("attendance:attendance", args=[placement.person_id])
        return redirect(f"{address}?month={time.day:%Y-%m}")
    record("attendance.see_attendance", placement.person_id, scope="plan", kind="read")
    tomorrow = time.day + timedelta(days=1)
    corrected = corrections_of(placement.person_id, time.day, tomorrow)
    told = told_of(placement.person_id, time.day, tomorrow, labels("absence_reason"))
    context = {
        "person": placement.person,
        "time": time,
        "form": form,
        "told": told.get((placement.pk, time.day), []),
        "corrections": corrected.get((placement.pk, time.day), []),
    }
    return render(request, "attendance/find.html", context, status=422 if form.errors else 200)
