"""Referrals: asked by the consultant, taken on and ended by guidance and occupational therapy."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import AssessmentForm, EndReferralForm, FileForm, PurposeForm, ReferralForm, WrittenForm
from trappan.cases.models import Case, Referral
from trappan.cases.views.referral_note import NOTE
from trappan.cases.views.referral_paper import PAPERS
from trappan.history.models import Version
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

MOST_NOTES = 100  # of one referral, the latest first


@may("cases.refer")
@in_tab(Tab.ACTIVITIES)
def referrals(request: Request, case_id: int) -> HttpResponse:
    """Ask for a supplementary insats, and see what has come of those before."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    form = ReferralForm(request.POST or None)
    if form.is_valid() and carry_out(form, operations.refer, case=case, **form.cleaned_data):
        messages.success(
            request, _("%(unit)s now has the referral on its list.") % {"unit": form.cleaned_data["unit"].name}
        )
        return redirect("cases:referrals", case.pk)
    found = (
        Referral.objects.filter(case=case)
        .select_related("unit", "responsible__colleague")
        .annotate(attached=Count("files", filter=Q(files__withdrawn_at=None)))
    )
    record("cases.see_referral", case.person_id, scope="plan", kind="read")
    context = {"case": case, "person": case.person, "form": form, "referrals": found}
    return render(request, "cases/referrals.html", context, status=422 if form.errors else 200)


@may("cases.work_referral")
@in_tab(Tab.ACTIVITIES)
def referral(request: Request, referral_id: int) -> HttpResponse:
    """Take a referral on, keep an assessment, end it."""
    found = get_object_or_404(
        Referral.objects.select_related("person", "unit", "responsible__colleague", "referred_by__colleague"),
        pk=referral_id,
    )
    mine = found.unit_id == request.actor.unit_id
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        if acts.sent and acts.sent.name == "end" and mine:
            return redirect("desk:start")
        return redirect("cases:referral", found.pk)
    record("cases.see_referral", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    about = PAPERS.get(found.unit.kind)
    context = {
        "referral": found,
        "person": found.person,
        "about": about,
        "paper": about.rows.filter(referral=found).first() if about else None,
        "notes": found.notes.select_related("author__colleague", "unit", "correction").prefetch_related("objections")[
            :MOST_NOTES
        ],
        "works": mine and not found.end and found.starts_on is not None,
        "acts": acts,
        "form": acts.form,
        "asked_before": asked_before(found),
        "files": found.files.select_related("file", "author__colleague"),
        "may_work": not found.end,
        "mine": mine,
    }
    return render(request, "cases/referral.html", context, status=acts.status)


def asked_before(found: Referral) -> list[Version]:
    """Return what was asked before it was put right, the latest first, the same words once."""
    if not found.purpose_why:
        return []
    told, after = [], found.purpose
    for one in Version.objects.filter(of_table="cases_referral", row_id=found.pk).order_by("-id"):
        if one.was["purpose"] != after:  # a version may have been kept of something else than the words
            told.append(one)
            after = one.was["purpose"]
    return told[:5]


def acts_of(request: Request, found: Referral) -> list[Act]:
    """List what may be done with a referral until it has ended; the page shows what comes next."""
    if found.end:
        return []
    on = {"referral": found}
    dated = {**on, "today": request.actor.today}
    by = {**on, "by": request.actor}
    known = AssessmentForm.begun(found)
    ended = _("The referral has ended.")
    end = Act("end", operations.end_referral, _("End the referral"), EndReferralForm, on=by, done=ended)
    if found.unit_id != request.actor.unit_id:
        about = {"initial": PurposeForm.begun(found)}
        done = _("What is asked is put right. What it was is kept.")
        return [
            Act("purpose", operations.change_purpose, _("Put it right"), PurposeForm, on=on, given=about, done=done),
            end,
        ]
    moment = localtime(now())
    typing = NOTE.typing(found.pk)
    begun = {"day": moment.date(), "at": moment.strftime("%H:%M"), **typing.fields}
    return [
        Act("take_on", operations.take_on, _("Take it on"), on=by, done=_("It is yours now.")),
        Act("assess", operations.assess, _("Save"), AssessmentForm, on=dated, given={"initial": known}),
        Act(
            "note",
            write_note,
            _("Write the note"),
            WrittenForm,
            on=by,
            given={"initial": begun},
            done=_("The note is written."),
            typing=typing,
        ),
        Act("attach", attach, _("Attach the file"), FileForm, on=by, done=_("The file is attached.")),
        end,
    ]


def write_note(**values: Any) -> None:
    """Write a note that is new, so of no earlier edition."""
    values.pop("edition")
    operations.write_referral_note(**values)


def attach(*, file: UploadedFile, **values: Any) -> None:
    """Attach what was chosen, under the name that it has there."""
    operations.attach_file(name=file.name or "", content=file.read(), **values)
