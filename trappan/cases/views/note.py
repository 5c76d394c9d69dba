"""The journal of a case: what has happened, what we judge of it, what the person says against it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import NoteForm, ObjectionForm
from trappan.cases.models import Case, Note, Written
from trappan.cases.views.draft import Kept
from trappan.history.models import Version
from trappan.history.record import record
from trappan.people.operations import may_note
from trappan.refusals.forms import carry_out
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.differences import Difference, differences
from trappan.ui.tabs import Tab, in_tab

PAGE = 30
NOTE = Kept("note", NoteForm, Case, "cases:journal")
CHANGE = Kept("change", NoteForm, Note, "cases:note", prefix="change")


@may("cases.see_journal")
@in_tab(Tab.JOURNAL)
def journal(request: Request, case_id: int) -> HttpResponse:
    """Read the journal, latest event first, and write in it."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    kind = request.GET.get("kind", "")
    before = request.GET.get("before", "")
    typing = NOTE.typing(case.pk)
    moment = localtime(now())
    initial = {"day": moment.date(), "at": moment.strftime("%H:%M"), "kind": "contact"}
    form = NoteForm(request.POST or None, initial={**initial, **typing.fields})
    may_write = has(request.actor, "cases.write_note") and may_note(case.person_id)
    may_post = has(request.actor, "cases.write_note")
    if request.method == "POST" and may_post and form.is_valid():
        values = {**form.cleaned_data}
        values.pop("edition")
        if carry_out(form, operations.write_note, case=case, by=request.actor, **values):
            messages.success(request, _("The note is in the journal."))
            return redirect("cases:journal", case.pk)
    notes = (
        Note.objects.filter(case=case)
        .prefetch_related("objections")
        .select_related("author__colleague", "unit", "corrects", "correction")
    )
    if kind in Note.Kind.values:
        notes = notes.filter(kind=kind)
    if before.isdecimal() and (last := Note.objects.filter(case=case, pk=int(before[:18])).first()):
        notes = (
            notes.filter(happened_at__lte=last.happened_at)
            .exclude(pk=last.pk)
            .exclude(happened_at=last.happened_at, pk__gt=last.pk)
        )
    found = list(notes[: PAGE + 1])
    record("cases.see_journal", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "notes": found[:PAGE],
        "typing": typing,
        "may_write": form.is_bound or (may_write and case.closed_on is None),
        "kinds": Note.Kind.choices,
        "kind": kind,
        "earlier": found[PAGE - 1].pk if len(found) > PAGE else None,
        "writing": bool(form.errors or typing.draft or "write" in request.GET),
    }
    return render(request, "cases/journal.html", context, status=422 if form.errors else 200)


@may("cases.see_journal")
@in_tab(Tab.JOURNAL)
def note(request: Request, note_id: int) -> HttpResponse:
    """Read one note with what it was; change it while it is open, correct it, keep an objection."""
    found = get_object_or_404(
        Note.objects.select_related("person", "case", "author__colleague", "unit", "corrects", "correction"), pk=note_id
    )
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("cases:note", found.pk)
    record("cases.see_journal", found.person_id, scope="plan", kind="read")
    overtaken: list[Difference] = []
    if acts.sent and acts.sent.name == "change" and acts.sent.bound.errors:
        overtaken = differences(acts.sent.bound, saved(found), found.edition)
    context = {
        "note": found,
        "person": found.person,
        "acts": acts,
        "form": acts.form,
        "mine": found.author_id == request.actor.membership_id,
        "locks_at": found.locks_at,
        "differences": overtaken,
        "locked": found.locks_at <= now(),
        "may_write": acts.sent or (has(request.actor, "cases.write_note") and may_note(found.person_id)),
        "objections": found.objections.select_related("author__colleague"),
        "earlier": Version.objects.filter(of_table="cases_note", row_id=found.pk).order_by("-id")[:10],
    }
    return render(request, "cases/note.html", context, status=acts.status)


def acts_of(request: Request, found: Note) -> list[Act]:
    """List what may be done with a note: changed, corrected, objected to."""
    today, right, by = request.actor.today, "cases.write_note", {"by": request.actor}
    typing = CHANGE.typing(found.pk)
    corrected = {**saved(found), "source": Note.Source.STAFF, "source_name": ""}
    return [
        Act(
            "change",
            operations.change_note,
            _("Save the change"),
            NoteForm,
            on={"note": found, **by},
            given={"initial": {**saved(found), **typing.fields}},
            right=right,
            typing=typing,
        ),
        Act(
            "correct",
            correct,
            _("Write the correction"),
            NoteForm,
            on={"note": found, **by},
            given={"initial": corrected},
            right=right,
        ),
        Act(
            "object",
            operations.object_to,
            _("Keep the objection"),
            ObjectionForm,
            on={"note": found, "today": today},
            given={"initial": {"said_on": today}},
            right=right,
        ),
    ]


def saved(found: Note) -> dict[str, Any]:
    """Return a note of the journal as the beginning of a form."""
    return {"kind": found.kind, **written(found)}


def written(found: Written) -> dict[str, Any]:
    """Return what every note says as the beginning of a form."""
    moment = localtime(found.happened_at)
    names = ("fact", "assessment", "source", "source_name", "edition")
    return {**{name: getattr(found, name) for name in names}, "day": moment.date(), "at": moment.strftime("%H:%M")}


def correct(*, note: Note, by: Actor, **values: Any) -> None:
    """Write a note that corrects another; it is new, so of no earlier edition."""
    values.pop("edition")
    operations.write_note(case=note.case, by=by, corrects=note, **values)
