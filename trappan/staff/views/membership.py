"""Choosing a membership after sign-in; giving, confirming and ending memberships."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.exports import exported
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.schedules.functions import Today
from trappan.secrecy.rights import Request, has, may, refuse_without
from trappan.staff import operations
from trappan.staff.forms import MembershipForm
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import ROLE_NAMES, Membership, Unit
from trappan.staff.unit_list import COLUMNS, USUAL, row
from trappan.staff.unit_list import units as all_units
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing


def memberships(request: HttpRequest) -> HttpResponse:
    """Choose in which unit and role to work; with only one there is nothing to choose."""
    rows = my_memberships(request.user.colleague_id)  # type: ignore[union-attr]  # signed in
    chosen = request.POST.get("membership") if request.method == "POST" else None
    if request.method == "GET" and len(rows) == 1 and REMEMBERED not in request.session:
        chosen = str(rows[0]["id"])
    if chosen and any(str(row["id"]) == chosen for row in rows):
        request.session[REMEMBERED] = int(chosen)
        return HttpResponseRedirect(safe_next(request))  # an address, never the name of a view
    context = {"rows": rows, "now": request.session.get(REMEMBERED), "next": safe_next(request)}
    return render(request, "staff/memberships.html", context)


def my_memberships(colleague_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": one.membership_id,
            "unit": one.unit_name,
            "organisation": one.organisation_name,
            "role": ROLE_NAMES[one.role],
        }
        for one in database.rows("staff_my_memberships", colleague_id)
    ]


def safe_next(request: HttpRequest) -> str:
    """Return where to go on to, if it is a page of ours."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe and target.startswith("/") else "/"


@may("staff.see_units")
def units(request: Request) -> HttpResponse:
    """List the units, and how many work in each; give a membership."""
    if request.method == "POST":
        refuse_without(request, "staff.give_membership")
    form = MembershipForm(request.POST or None)
    if form.is_valid() and carry_out(form, operations.give_membership, **form.values()):
        messages.success(request, _("The membership takes effect when the unit's head confirms it."))
        return redirect("staff:units")
    listing = Listing(
        "enheter", _("Units"), COLUMNS, USUAL, request.GET, may_export=has(request.actor, "staff.export_units")
    )
    found = all_units(listing.order)

    def rows(some: Sequence[Unit]) -> list[ListRow]:
        return [row(one, request.actor.today) for one in some]

    if listing.is_file:
        file = exported(request, listing, len(found), lambda: rows(found), right="staff.export_units")
        if file is not None:
            return file
    listing.show_whole(found, lambda one: one.pk, rows)
    return render(
        request,
        "staff/units.html",
        {"form": form, "listing": listing},
        status=listing.status if not form.errors else 422,
    )


@may("staff.see_units")
def unit(request: Request, unit_id: int) -> HttpResponse:
    """Show who works in a unit, and let memberships end."""
    found = get_object_or_404(Unit.objects.lasting(Today()).select_related("organisation"), pk=unit_id)
    members = Membership.objects.lasting(Today()).filter(unit=found).select_related("colleague")
    context = {"unit": found, "members": members.order_by("colleague__family_name", "colleague__given_name", "pk")}
    return render(request, "staff/unit.html", context)


@may("staff.confirm_membership")
def confirm(request: Request, membership_id: int) -> HttpResponse:
    """Confirm a membership in the own unit."""
    membership = get_object_or_404(Membership.objects.select_related("colleague"), pk=membership_id)
    if request.method == "POST":
        try:
            operations.confirm_membership(membership_id=membership_id)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%(name)s now has the role.") % {"name": membership.colleague.name})
    return redirect("desk:start")


@may("staff.say_back")
def back(request: Request) -> HttpResponse:
    """Say that one is back oneself, though the head has said that one is away."""
    if request.method == "POST":
        operations.say_back(membership_id=request.actor.membership_id)
        messages.success(request, _("Welcome back. Look at your meetings: some may have been moved or cancelled."))
    return redirect("desk:start")


@may("staff.end_membership")
def end(request: Request, membership_id: int) -> HttpResponse:
    """End a membership from today on."""
    if request.method == "POST":
        try:
            operations.end_membership(membership_id=membership_id, ends_on=request.actor.today)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The membership has ended, and every session with it."))
    return redirect("desk:start" if request.actor.role == "head_of_unit" else "staff:units")
