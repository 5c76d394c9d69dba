"""The employers as a list and a file, and a new one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.employer_list import COLUMNS, USUAL, lines, ordered, row
from trappan.employers.forms import EmployersFilter, MakeEmployerForm
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.listing import Listing, chips, chosen, for_the_log


@may("employers.see")
def employers(request: Request) -> HttpResponse:
    """List the employers and those we work with, narrowed by what is chosen; also as a file."""
    today = request.actor.today
    form = EmployersFilter(request.GET, today=today)
    kept = chosen(form)
    listing = Listing(
        "arbetsgivare",
        _("Employers"),
        COLUMNS,
        USUAL,
        request.GET,
        kept,
        chips(form, kept) if form.is_valid() else (),
        may_export=has(request.actor, "employers.export_employers"),
    )
    found = ordered(lines(form.cleaned_data, today, rules_on(today)), listing.order) if form.is_valid() else []
    if listing.is_file and form.is_valid():
        file = exported(
            request,
            listing,
            len(found),
            lambda: [row(one) for one in found],
            right="employers.export_employers",
            filters=for_the_log(form),
        )
        if file is not None:
            return file
    listing.show_whole(found, lambda one: one.employer.pk, lambda some: [row(one) for one in some])
    record("employers.see", kind="read", found=len(found))
    context = {"form": form, "listing": listing, "keeps": has(request.actor, "employers.keep")}
    return render(request, "employers/employers.html", context, status=listing.status if form.is_valid() else 400)


@may("employers.keep")
def make_employer(request: Request) -> HttpResponse:
    """Write down an employer; its workplaces and contacts follow on its page."""
    form = MakeEmployerForm(request.POST or None, by=request.actor, initial={"since": request.actor.today})
    made: list[int] = []

    def make(**values: Any) -> None:
        made.append(operations.make_employer(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The employer is written down. Now a workplace and whom one rings."))
        return redirect("employers:employer", made[-1])
    return render(request, "employers/make_employer.html", {"form": form}, status=422 if form.errors else 200)
