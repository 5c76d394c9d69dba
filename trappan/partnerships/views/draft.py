"""A draft of an agreement or of an amendment: begun, and changed until it is decided."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.partnerships import operations
from trappan.partnerships.forms import ChangeAmendmentForm, ChangeDraftForm, DraftForm
from trappan.partnerships.models import Agreement, Amendment
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Organisation

KEEP = "partnerships.keep"


@may(KEEP)
def draft_agreement(request: Request) -> HttpResponse:
    """Begin an agreement as a draft."""
    us = Organisation.objects.get(pk=request.actor.organisation_id)
    form = DraftForm(request.POST or None, initial={"kind": Agreement.Kind.IOP, "municipality_as": us.name})
    made: list[int] = []

    def draft(**values: Any) -> None:
        made.append(operations.draft_agreement(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, draft, **form.cleaned_data):
        messages.success(request, _("The draft is begun. Its page says what it still needs."))
        return redirect("partnerships:agreement", made[-1])
    return render(request, "partnerships/draft_agreement.html", {"form": form}, status=422 if form.errors else 200)


def kept(request: Request) -> QuerySet[Agreement]:
    """Ask for the agreements of the actor's own municipality."""
    return Agreement.objects.filter(municipality=request.actor.organisation_id)


@may(KEEP)
def change_draft(request: Request, agreed_id: int) -> HttpResponse:
    """Change what the draft of an agreement says."""
    found = get_object_or_404(kept(request), pk=agreed_id, signed_on=None)
    form = ChangeDraftForm(request.POST or None, initial=ChangeDraftForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_draft, agreement=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("partnerships:agreement", found.pk)
    context = {"form": form, "agreed": found}
    return render(request, "partnerships/change_draft.html", context, status=422 if form.errors else 200)


@may(KEEP)
def change_amendment(request: Request, amendment_id: int) -> HttpResponse:
    """Change what the draft of an amendment says."""
    drafts = Amendment.objects.filter(agreement__in=kept(request), signed_on=None).select_related("agreement")
    found = get_object_or_404(drafts, pk=amendment_id)
    form = ChangeAmendmentForm(request.POST or None, initial=ChangeAmendmentForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_draft_amendment, amendment=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("partnerships:agreement", found.agreement_id)
    context = {"form": form, "agreed": found.agreement}
    return render(request, "partnerships/change_draft.html", context, status=422 if form.errors else 200)
