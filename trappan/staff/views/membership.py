"""Choosing a membership after sign-in, confirming one as head, and coming back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from trappan import database
from trappan.refusals import Refused
from trappan.secrecy.rights import Request, may
from trappan.staff import operations
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import ROLE_NAMES, Membership


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
