"""Reports that partners owe: the list, opening one, and what the partner writes. The report's page is among figures."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import OpenReportForm, ReportForm
from trappan.partnerships.models import AnnualReport
from trappan.partnerships.report_list import COLUMNS, USUAL, ordered, reports, row
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing

SEE, KEEP, WRITE = "partnerships.see_agreements", "partnerships.keep", "partnerships.write_report"


@may(SEE)
def listed(request: Request) -> HttpResponse:
    """List the reports with where each stands; whoever keeps agreements opens one. A partner sees its own."""
    today, ours = request.actor.today, is_ours(request)
    if not reads_terms(request, ours=ours):
        raise Http404
    begins = {"year": today.year - 1}
    opening = Act(
        "open_report",
        operations.open_report,
        _("Open the report"),
        OpenReportForm,
        on={"today": today},
        given={"initial": begins},
        done=_("The report is opened. It stands on the partner's start page until it is sent."),
        right=KEEP,
    )
    keeps = ours and has(request.actor, KEEP)
    acts = Acts(request, [opening] if keeps else ())
    if acts.carried_out():
        return redirect("partnerships:reports")
    listing = Listing("report", _("Annual reports"), COLUMNS, USUAL, request.GET)
    found = ordered(list(reports()), listing.order, today)

    def rows(some: Sequence[AnnualReport]) -> list[ListRow]:
        return [row(one, today) for one in some]

    listing.show_whole(found, lambda one: one.pk, rows)
    record("partnerships.see_reports", kind="read")
    context = {"listing": listing, "ours": ours, "acts": acts, "form": acts.form}
    return render(request, "partnerships/reports.html", context, status=acts.status if acts.form else listing.status)


@may(WRITE)
def write_report(request: Request, report_id: int) -> HttpResponse:
    """Write what the partner says in a report of its own."""
    if is_ours(request):
        raise Http404
    found = get_object_or_404(reports(), pk=report_id)
    if not found.is_written and request.method != "POST":
        return redirect("insight:annual_report", found.pk)
    form = ReportForm(request.POST or None, initial=ReportForm.begun(found))
    if form.is_valid() and carry_out(form, operations.write_report, report=found, **form.cleaned_data):
        messages.success(request, _("Saved. It is sent from the report's page."))
        return redirect("insight:annual_report", found.pk)
    context = {"form": form, "report": found}
    return render(request, "partnerships/write_report.html", context, status=422 if form.errors else 200)
