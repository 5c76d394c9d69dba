"""Receiving an application."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.assistance.forms import ApplicationForm
from trappan.assistance.operations import receive_application
from trappan.people.models import Person
from trappan.people.numbers import read_number
from trappan.people.operations import Finding, find_number, register
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("assistance.receive_application")
def receive(request: Request) -> HttpResponse:
    """Receive an application, from somebody new or from somebody the unit already knows."""
    initial = {"received_on": request.actor.today, "number": request.GET.get("number", "")}
    form = ApplicationForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = dict(form.cleaned_data)
        finding = ask(form, values.pop("number"), request)
        if finding is not None and carry_out(
            form, take_in, request=request, finding=finding, **values
        ):
            messages.success(request, _("The application is received. Next: open a case."))
            return redirect("desk:start")
    return render(
        request, "assistance/receive.html", {"form": form}, status=422 if form.errors else 200
    )


def ask(form: ApplicationForm, written: str, request: Request) -> tuple[str, Finding] | None:
    """Ask whose the number is, outside the operation: the asking stays in the log whatever follows."""
    try:
        number = read_number(written, request.actor.today)
        return number, find_number(number=number)
    except Refused as refusal:
        form.add_error("number", str(refusal))
        return None


def take_in(
    *,
    request: Request,
    finding: tuple[str, Finding],
    received_on: Any,
    kind: str,
    reference: str,
    **about: Any,
) -> None:
    """Register the person if new, then receive the application."""
    number, found = finding
    if found.answer == "new":
        person = register(number=number, **about)
    elif found.person_id is not None:
        person = Person.objects.get(pk=found.person_id)
    elif found.answer == "ask_unit":
        raise Refused(
            _("The person is already known at %(unit)s. Ask them to let you in.")
            % {"unit": found.unit_name},
            "number",
        )
    else:
        raise Refused(_("Ask your head of unit about this person."), "number")
    receive_application(
        person=person, by=request.actor, received_on=received_on, kind=kind, reference=reference
    )
