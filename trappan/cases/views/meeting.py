"""Meetings with the person: book, move, cancel, say what became of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import MeetingForm, MoveForm, OutcomeForm
from trappan.cases.models import Case, Meeting
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("cases.book_meeting")
@in_tab(Tab.JOURNAL)
def meetings(request: Request, case_id: int) -> HttpResponse:
    """List the meetings of a case, and book the next."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    tongue = next((one for one in case.person.languages if one != "svenska"), "")
    initial = {"interpreter": tongue if case.person.interpreter else ""}
    form = MeetingForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(form, operations.book_meeting, case=case, by=request.actor, **form.cleaned_data):
        messages.success(request, _("The meeting is booked."))
        return redirect("cases:meetings", case.pk)
    found = list(Meeting.objects.filter(case=case).select_related("colleague__colleague", "moved_to"))
    moment = now()
    record("cases.see_meetings", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "coming": [one for one in found if not one.outcome and one.ends_at > moment],
        "untold": [one for one in found if not one.outcome and one.ends_at <= moment],
        "told": [one for one in reversed(found) if one.outcome],
    }
    return render(request, "cases/meetings.html", context, status=422 if form.errors else 200)


@may("cases.tell_meeting")
@in_tab(Tab.JOURNAL)
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """Say what became of a meeting, or move it."""
    found = get_object_or_404(Meeting.objects.select_related("person", "case", "colleague__colleague"), pk=meeting_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("cases:meetings", found.case_id)
    record("cases.see_meetings", found.person_id, scope="plan", kind="read")
    context = {"meeting": found, "person": found.person, "acts": acts, "form": acts.form, "moment": now()}
    return render(request, "cases/meeting.html", context, status=acts.status)


def acts_of(request: Request, found: Meeting) -> list[Act]:
    """List what may be said of a meeting, and that it is moved."""
    on = {"meeting": found}
    return [
        Act(
            "tell",
            operations.tell_meeting,
            _("Save"),
            OutcomeForm,
            on=on,
            given={"initial": {"outcome": found.outcome}},
        ),
        Act(
            "move",
            operations.move_meeting,
            _("Move the meeting"),
            MoveForm,
            on={**on, "by": request.actor},
            done=_("The meeting is moved. Tell the person the new time."),
        ),
        Act(
            "keep",
            operations.keep_meeting,
            _("Keep the time all the same"),
            on=on,
            done=_("The meeting stands. Tell the site that the person is with you then."),
        ),
    ]
