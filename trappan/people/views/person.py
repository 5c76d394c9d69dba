"""Consent; name, contact, numbers and protection; and opening a file without being responsible."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.history.record import record
from trappan.people import operations
from trappan.people.forms import (
    PARTS,
    ConsentForm,
    ContactForm,
    EmergencyForm,
    NarrowForm,
    NumberForm,
    ProtectionForm,
    RectifyPersonForm,
    WrongNumberForm,
)
from trappan.people.models import Consent, Contact, Person, written
from trappan.people.numbers import read_number
from trappan.people.openings import heads_told, lifting_waits_since, own_openings, told_in_words, waits_in_words
from trappan.people.rectified import what_stood
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import SAVED, Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.asked import asked
from trappan.ui.tabs import Tab, in_tab

LIFT_WAITS = gettext_lazy(
    "You have asked for the protection to be lifted. It holds until a head of unit agrees; it is now on their start "
    "page for 24 hours."
)


@may("people.give_consent")
@in_tab(Tab.MORE)
def consent(request: Request, person_id: int) -> HttpResponse:
    """Write down a consent, and see those there are."""
    person = get_object_or_404(Person, pk=person_id)
    initial = {"starts_on": request.actor.today, "parts": ["placement"]}
    form = ConsentForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(form, operations.give_consent, person=person, **form.cleaned_data):
        messages.success(request, _("The consent is written down. It can be withdrawn at any time."))
        return redirect("people:consent", person.pk)
    consents = Consent.objects.filter(person=person).select_related("organisation").order_by("-pk")
    words = dict(PARTS)
    given = [(one, [words.get(part, part) for part in one.parts]) for one in consents]
    context = {"person": person, "form": form, "consents": given}
    record("people.see_consent", person.pk, scope="plan", kind="read")
    return render(request, "people/consent.html", context, status=422 if form.errors else 200)


@may("people.narrow_consent")
@in_tab(Tab.MORE)
def narrow(request: Request, consent_id: int) -> HttpResponse:
    """Share less by a consent, at once."""
    found = get_object_or_404(
        Consent.objects.select_related("person", "organisation"), pk=consent_id, withdrawn_on=None
    )
    form = NarrowForm(request.POST or None, consent=found, initial=NarrowForm.begun(found))
    if form.is_valid() and carry_out(form, operations.narrow_consent, consent=found, **form.cleaned_data):
        messages.success(request, _("The consent is narrowed. What is not shared any more is out of sight at once."))
        return redirect("people:consent", found.person_id)
    record("people.see_consent", found.person_id, scope="plan", kind="read")
    context = {"consent": found, "person": found.person, "form": form}
    return render(request, "people/narrow.html", context, status=422 if form.errors else 200)


@may("people.withdraw_consent")
@in_tab(Tab.MORE)
def withdraw(request: Request, consent_id: int) -> HttpResponse:
    """Withdraw a consent, after saying what ends with it."""
    found = get_object_or_404(Consent.objects.select_related("person", "organisation"), pk=consent_id)
    if request.method == "POST":
        try:
            operations.withdraw_consent(consent=found, on=request.actor.today)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request,
                _("The consent is withdrawn. %(name)s no longer sees anything about the person.")
                % {"name": found.organisation},
            )
        return redirect("people:consent", found.person_id)
    record("people.see_consent", found.person_id, scope="plan", kind="read")
    return render(request, "people/withdraw.html", {"consent": found, "person": found.person})


@may("people.change_person")
@in_tab(Tab.MORE)
def details(request: Request, person_id: int) -> HttpResponse:
    """Put right name and language, the numbers, how to reach the person, or protected identity; one form each."""
    person = get_object_or_404(Person, pk=person_id)
    acts = Acts(request, acts_of(person))
    record("people.see_details", person.pk, scope="plan", kind="read")
    if acts.sent and acts.sent.name in ("number", "wrong") and acts.form is not None and acts.form.is_valid():
        values = acts.form.cleaned_data
        if values["number"]:
            ask(acts.form, values, request)
    if acts.carried_out():
        return redirect("desk:person", person.pk)
    waits = lifting_waits_since(person.pk) if person.is_protected else None
    context = {
        "person": person,
        "acts": acts,
        "form": acts.form,
        "lifting_waits_since": waits,
        "stood": what_stood([person.pk], "person", "number"),
    }
    return render(request, "people/details.html", context, status=acts.status)


def acts_of(person: Person) -> list[Act]:
    """List what may be changed about a person."""
    on = {"person": person}
    numbers = [(row.id, written(row.number)) for row in database.rows("people_carried", person.pk)]
    contact = ContactForm.begun(Contact.objects.filter(person=person).first())
    return [
        Act(
            "about",
            operations.rectify_person,
            _("Put it right"),
            RectifyPersonForm,
            on=on,
            given={"initial": RectifyPersonForm.begun(person)},
        ),
        Act(
            "contact",
            operations.keep_contact,
            _("Save contact"),
            ContactForm,
            on=on,
            given={"initial": contact},
            prefixed=False,
        ),
        Act(
            "number",
            operations.add_number,
            _("Add the number"),
            NumberForm,
            on=on,
            right="people.add_number",
            prefixed=False,
        ),
        Act(
            "wrong",
            operations.replace_number,
            _("Replace the number"),
            WrongNumberForm,
            on=on,
            given={"numbers": numbers},
            right="people.add_number",
        ),
        Act(
            "protection",
            operations.protect,
            _("Save protection"),
            ProtectionForm,
            on=on,
            done=lambda waits: LIFT_WAITS if waits else SAVED,
            given={"initial": {"protection": person.protection}, "protected": person.is_protected},
            prefixed=False,
        ),
    ]


def ask(form: Any, values: dict[str, Any], request: Request) -> bool:
    """Read the number and ask whose it is, outside any operation: the asking stays in the log."""
    try:
        values["number"] = read_number(values["number"], request.actor.today)
        operations.find_number(number=values["number"])
    except Refused as refusal:
        form.add_error("number", str(refusal))
        return False
    return True


@may("people.open_in_emergency")
def emergency(request: Request) -> HttpResponse:
    """Open a file without being responsible, for 24 hours, with a reason."""
    form = EmergencyForm(request.POST or None, initial={"number": asked(request)[1].get("q", "")})
    if form.is_valid():
        values = dict(form.cleaned_data)
        opened: list[Person | None] = []
        if ask(form, values, request) and carry_out(
            form, lambda **sent: opened.append(operations.open_in_emergency(**sent)), **values
        ):
            if opened[0] is None:
                messages.info(request, waits_in_words())
                return redirect("desk:start")
            messages.warning(request, told_in_words(request.actor))
            return redirect("desk:person", opened[0].pk)
    context = {
        "form": form,
        "told": heads_told(request.actor),
        "writes": has(request.actor, "cases.write_note"),
        "own": own_openings(request.actor),
    }
    return render(request, "people/emergency.html", context, status=422 if form.errors else 200)


@may("staff.confirm_membership")
def agree(request: Request, opening_id: int) -> HttpResponse:
    """Agree, as a head of unit, to what somebody else asked: a protected person's file, or protection lifted."""
    if request.method == "POST":
        try:
            wanted = operations.agree_opening(opening_id=opening_id)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            lifted = _("You have agreed. The protection is lifted.")
            opened = _("You have agreed. The file is open for 24 hours to the one who asked.")
            messages.success(request, lifted if wanted == "lift" else opened)
    return redirect("desk:start")
