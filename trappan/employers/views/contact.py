"""A contact at an employer: written down, changed, told how the name is kept, and left."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.forms import ChangeContactForm, ContactForm, ToldForm
from trappan.employers.models import Contact, Employer
from trappan.employers.views.employer import KEEP
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.rules.texts import text_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may(KEEP)
def contact(request: Request, contact_id: int) -> HttpResponse:
    """Show what is kept of a contact and what the municipality tells of it; change, note as told, say has left."""
    found = get_object_or_404(Contact.objects.select_related("employer", "workplace"), pk=contact_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("employers:contact", found.pk)
    change = acts.get("change")
    record("employers.see", kind="read", employer=found.employer_id, contact=found.pk)
    context = {
        "contact": found,
        "employer": found.employer,
        "acts": acts,
        "differences": getattr(change.bound, "differences", []) if change else [],
        "text": text_on("employer", request.actor.today, found.employer.municipality_id),
    }
    return render(request, "employers/contact.html", context, status=acts.status)


def acts_of(request: Request, found: Contact) -> list[Act]:
    """List what may be done with a contact."""
    today = request.actor.today
    about = {"employer": found.employer, "initial": ChangeContactForm.begun(found)}
    on: dict[str, Any] = {"contact": found, "today": today}
    told = {"initial": {"told_on": today}}
    acts = [
        Act("change", operations.change_contact, _("Save"), ChangeContactForm, on={"contact": found}, given=about),
        Act("tell", operations.tell_contact, _("Has been told"), ToldForm, on=on, given=told),
    ]
    left = Act("leave", operations.leave_contact, _("No longer works there"), on=on)
    return acts if found.left_on else [*acts, left]


@may(KEEP)
def make_contact(request: Request, employer_id: int) -> HttpResponse:
    """Write down whom one rings at an employer."""
    found = get_object_or_404(Employer, pk=employer_id)
    form = ContactForm(request.POST or None, employer=found)
    made: list[int] = []

    def make(**values: Any) -> None:
        made.append(operations.make_contact(employer=found, **values).pk)

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The contact is written down. Now tell how the name is kept."))
        return redirect("employers:contact", made[-1])
    context = {"form": form, "employer": found}
    return render(request, "employers/make_contact.html", context, status=422 if form.errors else 200)
