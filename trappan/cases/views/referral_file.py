"""Files of a referral: opened by whoever reads it, withdrawn where one is wrong."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import WithdrawForm
from trappan.cases.models import Case, ReferralFile
from trappan.documents.models import File
from trappan.documents.uploads import attachment
from trappan.history.record import record
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


def attached_or_404(attached_id: int) -> ReferralFile:
    """Return a file that the actor sees, with what its pages say of it."""
    return get_object_or_404(ReferralFile.objects.select_related("file", "person", "referral__unit"), pk=attached_id)


def sent_as(attached: ReferralFile) -> str:
    """Return the name a file goes out under: an answer, its case, or the referral for whoever sees no case."""
    case = Case.objects.filter(pk=attached.referral.case_id).values_list("number", flat=True).first()
    return _("answer-%(number)s-%(row)s") % {"number": case or attached.referral_id, "row": attached.pk}


@may("cases.open_file")
def open_file(request: Request, attached_id: int) -> HttpResponse:
    """Send an attached file, to be saved; one that is withdrawn or not in the store is told of on the referral."""
    attached = attached_or_404(attached_id)
    try:
        content = operations.open_file(attached=attached)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("cases:referral", attached.referral_id)
    return attachment(content, File.Kind(attached.file.kind), sent_as(attached))


@may("cases.open_file")
@in_tab(Tab.ACTIVITIES)
def withdraw_file(request: Request, attached_id: int) -> HttpResponse:
    """Withdraw a file that was attached by mistake, with the reason."""
    attached = attached_or_404(attached_id)
    form = WithdrawForm(request.POST or None)
    if form.is_valid() and carry_out(form, operations.withdraw_file, attached=attached, **form.cleaned_data):
        messages.success(request, _("The file is withdrawn. Nobody opens it any more."))
        return redirect("cases:referral", attached.referral_id)
    record("cases.see_referral", attached.person_id, scope="activity", unit_id=attached.unit_id, kind="read")
    context = {"attached": attached, "person": attached.person, "form": form}
    return render(request, "cases/withdraw_file.html", context, status=422 if form.errors else 200)
