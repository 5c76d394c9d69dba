"""An application comes in: first whose it is, before anything is saved, then what it says."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.assistance.operations import receive_application
from trappan.cases.forms.application import ApplicationForm, FromSomebodyKnown, FromSomebodyNew, WhoForm
from trappan.cases.models import Case
from trappan.partnerships.operations import answer_referral
from trappan.people.models import Person, written
from trappan.people.numbers import birth_of
from trappan.people.operations import find_number, refuse_elsewhere, register
from trappan.people.reach import look_alikes
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out, row_number
from trappan.secrecy.rights import Request, may
from trappan.ui.asked import asked


@may("assistance.receive_application")
def receive(request: Request) -> HttpResponse:
    """Ask whose the application is; the answer is the page on which the rest is written."""
    begins = {"number": asked(request)[1].get("q", ""), "referral": row_number(request.GET.get("referral", "")) or None}
    who = WhoForm(request.POST or None, today=request.actor.today, initial=begins)
    if who.is_valid() and ask(who):
        return render(request, "cases/receive.html", {"form": form_of(request, who), **about(who)})
    return render(request, "cases/receive.html", {"form": who, "asks": True}, status=422 if who.errors else 200)


@may("assistance.receive_application")
def take_in(request: Request) -> HttpResponse:
    """Take the application in, from the person who was found or somebody new; asked anew whose it is."""
    if request.method != "POST":
        return redirect("cases:receive")
    who = WhoForm(request.POST, today=request.actor.today)
    if not (who.is_valid() and ask(who)):
        return render(request, "cases/receive.html", {"form": who, "asks": True}, status=422)
    form = form_of(request, who, request.POST)
    done: list[Person] = []

    def keep(**sent: Any) -> None:
        done.append(save(request=request, person=who.cleaned_data["person"], **sent))

    if form.is_valid() and carry_out(form, keep, **{**sent_of(form), "number": who.cleaned_data["number"]}):
        messages.success(request, said(done[0], who))
        return redirect("desk:person", done[0].pk)
    return render(request, "cases/receive.html", {"form": form, **about(who)}, status=422)


def ask(who: WhoForm) -> bool:
    """Ask whose the number is, outside any operation: the asking stays in the log whatever follows."""
    who.cleaned_data["person"] = None
    if not who.cleaned_data["number"]:
        return True
    try:
        found = find_number(number=who.cleaned_data["number"])
        refuse_elsewhere(found)
        if found.person_id is not None:
            who.cleaned_data["person"] = Person.objects.get(pk=found.person_id)
    except Refused as refusal:
        who.add_error("number", str(refusal))
        return False
    return True


def form_of(request: Request, who: WhoForm, sent: QueryDict | None = None) -> ApplicationForm:
    """Return the form for what is known of the one who applies."""
    values = who.cleaned_data
    initial = {name: values[name] for name in ("number", "born", "referral")}
    initial["received_on"] = request.actor.today
    if values["person"]:
        return FromSomebodyKnown(sent, person=values["person"], initial={**initial, "kind": "renewed"})
    alike = []
    if sent:
        names = {name: sent.get(name, "").strip() for name in ("given_name", "family_name")}
        born = values["born"] or birth_of(values["number"])
        alike = look_alikes(**names, born=born) if all(names.values()) else []
    return FromSomebodyNew(sent, look_alikes=alike, initial=initial)


def about(who: WhoForm) -> dict[str, Any]:
    """Return what the page says of the one who applies."""
    person = who.cleaned_data["person"]
    return {
        "person": person,
        "number": who.cleaned_data["number"],
        "born": who.cleaned_data["born"],
        "case": Case.objects.open().filter(person=person).select_related("unit").first() if person else None,
    }


def sent_of(form: ApplicationForm) -> dict[str, Any]:
    """Return what was written, without the answers to what the page asked."""
    return {name: value for name, value in form.cleaned_data.items() if name not in ("it_is", "somebody_else")}


def save(
    *,
    request: Request,
    person: Person | None,
    number: str,
    born: date | None,
    received_on: date,
    kind: str,
    reference: str,
    referral: int | None = None,
    **new: Any,
) -> Person:
    """Register the person if new, then receive the application; and answer the partner that referred the person."""
    known = person or register(number=number, born=born, **new)
    receive_application(person=known, by=request.actor, received_on=received_on, kind=kind, reference=reference)
    if referral is not None:
        tell_partner(request, referral, known)
    return known


def tell_partner(request: Request, referral: int, person: Person) -> None:
    """Answer the partner that referred the person; what was answered or taken back meanwhile stays so, and is said."""
    try:
        answer_referral(referral=referral, person=person)
    except Refused as refusal:
        messages.warning(request, str(refusal))


def said(person: Person, who: WhoForm) -> str:
    """Return the words that tell what was done, with the number that somebody without one got."""
    if who.cleaned_data["person"]:
        return _("The application is received.")
    if who.cleaned_data["number"]:
        return _("The application is received. Next: open a case.")
    (number,) = database.value("people_numbers", person.pk)
    return _("The application is received, under the number %(number)s. Next: open a case.") % {
        "number": written(number)
    }
