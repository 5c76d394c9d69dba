"""The organisation on a day, and its units: made, renamed, moved, and who works there."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals.forms import carry_out
from trappan.schedules.functions import Today
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff import operations
from trappan.staff.exports import exported
from trappan.staff.forms import ChangeUnitForm, DayForm, MembershipForm, UnitForm
from trappan.staff.kept import kept_bodies
from trappan.staff.models import Membership, Unit
from trappan.staff.tree import days_of_change, history, shut, tree
from trappan.staff.unit_list import COLUMNS, USUAL, row
from trappan.staff.unit_list import units as all_units
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing

CONFIRMS = gettext_lazy("The membership takes effect when the unit's head confirms it.")


@may("staff.see_units")
def organisation(request: Request) -> HttpResponse:
    """Show the organisation as it was on a day, and the days on which it changed."""
    form = DayForm(request.GET if "day" in request.GET else None, initial={"day": request.actor.today})
    day: date = form.cleaned_data["day"] if form.is_bound and form.is_valid() else request.actor.today
    today = request.actor.today
    context = {
        "form": form,
        "day": day,
        "is_today": day == today,
        "tree": tree(day, today),
        "days": days_of_change(today),
        "shut": shut(today),
    }
    return render(request, "staff/organisation.html", context, status=422 if form.errors else 200)


@may("staff.see_units")
def units(request: Request) -> HttpResponse:
    """List the units that go on, and how many work in each."""
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
    return render(request, "staff/units.html", {"listing": listing}, status=listing.status)


@may("staff.see_units")
def unit(request: Request, unit_id: int) -> HttpResponse:
    """Show a unit, what it was before, and who works there; give a colleague a membership."""
    related = "organisation", "parent"
    found = get_object_or_404(Unit.objects.select_related(*related), pk=unit_id)
    today = request.actor.today
    keeps = kept_bodies().filter(pk=found.organisation_id).exists()
    is_open = found.ends_on is None or found.ends_on > today
    acts = Acts(request, [giving(found, max(today, found.starts_on))] if keeps and is_open else ())
    if acts.carried_out():
        return redirect("staff:unit", found.pk)
    members = Membership.objects.lasting(Today()).filter(unit=found).select_related("colleague")
    context = {
        "unit": found,
        "members": members.order_by("colleague__family_name", "colleague__given_name", "pk"),
        "history": history(found),
        "after": found.successors.order_by("starts_on", "name", "pk"),
        "parts": found.parts.lasting(Today()).order_by("name", "pk"),
        "keeps": keeps,
        "is_open": is_open,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "staff/unit.html", context, status=acts.status)


def giving(found: Unit, first: date) -> Act:
    """Return the act by which a colleague gets a membership in a unit."""
    return Act(
        "give",
        operations.give_membership,
        _("Give the membership"),
        MembershipForm,
        given={"unit": found, "initial": {"starts_on": first}},
        done=CONFIRMS,
        right="staff.give_membership",
    )


@may("staff.make_unit")
def make_unit(request: Request) -> HttpResponse:
    """Make a unit."""
    form = UnitForm(request.POST or None, initial={"starts_on": request.actor.today, "regime": "28"})
    made: list[int] = []

    def make(**values: object) -> None:
        made.append(operations.make_unit(**values))  # type: ignore[arg-type]  # the form's own fields

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The unit is made. Give its head a membership first."))
        return redirect("staff:unit", made[0])
    return render(request, "staff/make_unit.html", {"form": form}, status=422 if form.errors else 200)


@may("staff.change_unit")
def change_unit(request: Request, unit_id: int) -> HttpResponse:
    """Give a unit another name or place in the organisation."""
    found = get_object_or_404(Unit.objects.filter(organisation__in=kept_bodies().values("pk")), pk=unit_id)
    form = ChangeUnitForm(request.POST or None, initial=ChangeUnitForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_unit, unit=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("staff:unit", found.pk)
    return render(request, "staff/change_unit.html", {"unit": found, "form": form}, status=422 if form.errors else 200)
