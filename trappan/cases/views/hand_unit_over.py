"""Hand all of a unit that is to close over to the one that comes after it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import HandUnitOverForm
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Unit


@may("cases.hand_unit_over")
def hand_unit_over(request: Request) -> HttpResponse:
    """Say in numbers what would go, and to where; and let all of it go at once."""
    numbers = [one[0] for one in database.query("SELECT cases_units_after()")]
    after = Unit.objects.filter(pk__in=numbers).order_by("name", "pk")
    form = HandUnitOverForm(request.POST or None, units=after)
    if form.is_valid() and carry_out(form, operations.hand_unit_over, to=form.cleaned_data["to"]):
        name = form.cleaned_data["to"].name
        messages.success(
            request, _("All of it is handed over. The head of %(name)s now hands out the cases.") % {"name": name}
        )
        return redirect("desk:start")
    left = database.row("cases_of_own_unit")
    if left:
        record("cases.see_own_unit", kind="read", scope="log", cases=left.cases, people=left.people)
    context = {"form": form, "left": left, "after": numbers}
    return render(request, "cases/hand_unit_over.html", context, status=422 if form.errors else 200)
