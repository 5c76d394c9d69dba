"""Let the person choose among times: offer them, and read what was answered."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import OfferForm, ReadForm
from trappan.cases.models import Case, Meeting, MeetingOffer
from trappan.history.record import record
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

SHOWN = 20


@may("cases.offer_times")
@in_tab(Tab.JOURNAL)
def offers(request: Request, case_id: int) -> HttpResponse:
    """Show what the person is offered and has answered, and offer times of a new meeting."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    tongue = next((one for one in case.person.languages if one != "svenska"), "")
    initial = {"interpreter": tongue if case.person.interpreter else ""}
    return draw(request, case, initial)


@may("cases.offer_times")
@in_tab(Tab.JOURNAL)
def offer_other(request: Request, meeting_id: int) -> HttpResponse:
    """Offer other times instead of a meeting that is booked."""
    found = get_object_or_404(Meeting.objects.select_related("case__person"), pk=meeting_id)
    initial = {
        "minutes": round((found.ends_at - found.starts_at).total_seconds() / 60),
        "how": found.how,
        "place": found.place,
        "purpose": found.purpose,
        "interpreter": found.interpreter,
    }
    return draw(request, found.case, initial, found)


def draw(request: Request, case: Case, initial: Mapping[str, object], meeting: Meeting | None = None) -> HttpResponse:
    """Show the offers of a case with what may be done about each, and the form of a new one."""
    found = MeetingOffer.objects.filter(case=case).with_reader().with_open()
    rows = list(found.select_related("colleague__colleague", "meeting").order_by("-pk")[:SHOWN])
    acts = Acts(request, acts_of(request, case, initial, meeting, rows))
    if acts.carried_out():
        return redirect("cases:offers", case.pk)
    record("cases.see_offers", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "meeting": meeting,
        "acts": acts,
        "form": acts.form,
        "rows": acts.beside("read", rows, "withdraw"),
        "today": request.actor.today,
        "way_in": database.value("portal_way_in", case.person_id),
        "eid": settings.EID["name"],
    }
    return render(request, "cases/offers.html", context, status=acts.status)


def acts_of(
    request: Request, case: Case, initial: Mapping[str, object], meeting: Meeting | None, rows: list[Any]
) -> list[Act]:
    """List what may be done: offer times, read an answer, withdraw what is still open.

    An answer is read by whoever it stands with, and others' times are withdrawn by nobody else."""
    acts = []
    if case.closed_on is None and not case.person.is_protected:
        on = {"case": case, "by": request.actor, "meeting": meeting}
        given = {"initial": initial}
        done = _("The times are offered. The person sees them on the own pages.")
        acts.append(
            Act("offer", operations.offer_times, _("Offer the times"), OfferForm, on=on, given=given, done=done)
        )
    for row in rows:
        on, me = {"offer": row}, request.actor.membership_id
        if row.reader == me and row.answered_at and not row.read_at:
            seen = {"initial": {"edition": operations.answer_of(row)}}
            acts.append(
                Act("read", operations.read_answer, _("I have read it"), ReadForm, on=on, given=seen, row=row.pk)
            )
        if me in (row.reader, row.colleague_id) and row.ended_at is None:
            acts.append(Act("withdraw", operations.withdraw_offer, _("Withdraw the offer"), on=on, row=row.pk))
    return acts
