"""A note within a referral: read with what it was, changed while it is open, corrected when it is locked."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import ObjectionForm, WrittenForm
from trappan.cases.models import Referral, ReferralNote
from trappan.cases.views.draft import Kept
from trappan.cases.views.note import written
from trappan.history.models import Version
from trappan.history.record import record
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.differences import Difference, differences
from trappan.ui.tabs import Tab, in_tab

NOTE = Kept("referral_note", WrittenForm, Referral, "cases:referral", prefix="note")
CHANGE = Kept("referral_change", WrittenForm, ReferralNote, "cases:referral_note", prefix="change")


@may("cases.work_referral")
@in_tab(Tab.ACTIVITIES)
def referral_note(request: Request, referral_note_id: int) -> HttpResponse:
    """Read one note with what it was; change it while it is open, correct it."""
    found = get_object_or_404(
        ReferralNote.objects.select_related(
            "person", "referral", "author__colleague", "unit", "corrects", "correction"
        ),
        pk=referral_note_id,
    )
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("cases:referral_note", found.pk)
    record("cases.see_referral", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    overtaken: list[Difference] = []
    if acts.sent and acts.sent.name == "change" and acts.sent.bound.errors:
        overtaken = differences(acts.sent.bound, written(found), found.edition)
    context = {
        "note": found,
        "person": found.person,
        "acts": acts,
        "form": acts.form,
        "mine": found.author_id == request.actor.membership_id,
        "locks_at": found.locks_at,
        "locked": found.locks_at <= now(),
        "differences": overtaken,
        "earlier": Version.objects.filter(of_table="cases_referralnote", row_id=found.pk).order_by("-id")[:10],
    }
    return render(request, "cases/referral_note.html", context, status=acts.status)


def acts_of(request: Request, found: ReferralNote) -> list[Act]:
    """List what may be done with a note: by the unit that has the referral while it is open, objected to always."""
    objected = Act(
        "object",
        operations.object_to_referral_note,
        _("Keep the objection"),
        ObjectionForm,
        on={"note": found, "today": request.actor.today},
        given={"initial": {"said_on": request.actor.today}},
    )
    if found.referral.end or found.unit_id != request.actor.unit_id:
        return [objected]
    on = {"note": found, "by": request.actor}
    typing = CHANGE.typing(found.pk)
    corrected = {**written(found), "source": ReferralNote.Source.STAFF, "source_name": ""}
    return [
        Act(
            "change",
            operations.change_referral_note,
            _("Save the change"),
            WrittenForm,
            on=on,
            given={"initial": {**written(found), **typing.fields}},
            typing=typing,
        ),
        Act("correct", correct, _("Write the correction"), WrittenForm, on=on, given={"initial": corrected}),
        objected,
    ]


def correct(*, note: ReferralNote, **values: Any) -> None:
    """Write a note that puts right a locked one; it is new, so of no earlier edition."""
    values.pop("edition")
    operations.write_referral_note(referral=note.referral, corrects=note, **values)
