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
from trappan.people.operations import find_number, register
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("assistance.receive_application")
def receive(request: Request) -> HttpResponse:
    """Receive an application, from somebody new or from somebody the unit already knows."""
    initial = {"received_on": request.actor.today, "number": request.GET.get("number", "")}
    form = ApplicationForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(form, take_in, request=request, **form.cleaned_data):
        messages.success(request, _("The application is received. Next: open a case."))
        return redirect("desk:start")
    return render(
        request, "assistance/receive.html", {"form": form}, status=422 if form.errors else 200
    )


def take_in(
    *, request: Request, number: str, received_on: Any, kind: str, reference: str, **about: Any
) -> None:
    """Find or register the person, then receive the application."""
    try:
        normal = read_number(number, request.actor.today)
    except Refused as refusal:
        raise Refused(str(refusal), "number") from refusal
    finding = find_number(number=normal)
    if finding.answer == "new":
        person = register(number=normal, **about)
    elif finding.person_id is not None:
        person = Person.objects.get(pk=finding.person_id)
    elif finding.answer == "ask_unit":
        raise Refused(
            _("The person is already known at %(unit)s. Ask them to let you in.")
            % {"unit": finding.unit_name},
            "number",
        )
    else:
        raise Refused(_("Ask your head of unit about this person."), "number")
    receive_application(
        person=person, by=request.actor, received_on=received_on, kind=kind, reference=reference
    )
