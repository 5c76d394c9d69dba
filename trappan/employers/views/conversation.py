"""A conversation with an employer: written down while what is typed is kept, and put right."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.forms import ChangeConversationForm, ConversationForm
from trappan.employers.load import Load, loads
from trappan.employers.models import Conversation, Draft, Employer
from trappan.employers.views.employer import KEEP
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, may

LONGEST = 8000  # signs of a field that are kept while somebody types


@dataclass(frozen=True)
class Typing:
    """What its writer has typed of a conversation and not saved, and where that is kept and thrown away."""

    draft: Draft | None
    address: str
    forget: str
    save: str
    spot: str = "typed-conversation"

    @classmethod
    def of(cls, employer: Employer) -> "Typing":
        """Return what the actor has typed about an employer."""
        found = Draft.objects.filter(employer=employer).exclude(fields={}).first()
        addresses = [
            reverse(f"employers:{to}", args=[employer.pk]) for to in ("keep_draft", "forget_draft", "converse")
        ]
        return cls(found, *addresses)

    @property
    def fields(self) -> dict[str, Any]:
        return self.draft.fields if self.draft else {}


@may(KEEP)
def converse(request: Request, employer_id: int) -> HttpResponse:
    """Write down a conversation; how often they were asked stands beside.

    What is sent for one that has gone up in another meanwhile is refused, and stands to be saved with the other.
    """
    sent_for = get_object_or_404(Employer.objects.select_related("merged_into"), pk=employer_id)
    found = sent_for.that_goes_on
    if sent_for != found and request.method != "POST":
        return redirect("employers:converse", found.pk)
    today, typing = request.actor.today, Typing.of(found)
    begun = {"held_on": today, "way": "phone", "workplace": request.GET.get("workplace", "")}
    form = ConversationForm(request.POST or None, employer=found, by=request.actor, initial={**begun, **typing.fields})
    about = {"employer": sent_for, "by": request.actor}
    if form.is_valid() and carry_out(form, operations.converse, **about, **form.cleaned_data):
        messages.success(request, _("The conversation is written down."))
        return redirect("employers:employer", found.pk)
    rules = rules_on(today)
    load = loads(today, rules, [found.pk]).get(found.pk, Load((), {}, rules))
    record("employers.see", kind="read", employer=found.pk)
    context = {
        "form": form,
        "employer": found,
        "typing": typing,
        "state": found.state(today),
        "load": load.of(),
        "places": [(one, load.of(one.pk)) for one in found.workplaces.open(today)],
        "contacts": list(found.contacts.filter(left_on=None)),
    }
    return render(request, "employers/converse.html", context, status=422 if form.errors else 200)


@may(KEEP)
def conversation(request: Request, conversation_id: int) -> HttpResponse:
    """Put right what was written of a conversation."""
    found = get_object_or_404(Conversation.objects.select_related("employer"), pk=conversation_id)
    form = ChangeConversationForm(
        request.POST or None, employer=found.employer, by=request.actor, initial=ChangeConversationForm.begun(found)
    )
    about = {"conversation": found, "by": request.actor}
    if form.is_valid() and carry_out(form, operations.change_conversation, **about, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("employers:employer", found.employer_id)
    record("employers.see", kind="read", employer=found.employer_id, conversation=found.pk)
    context = {"form": form, "employer": found.employer, "conversation": found, "differences": form.differences}
    return render(request, "employers/conversation.html", context, status=422 if form.errors else 200)


@may(KEEP)
def keep_draft(request: Request, employer_id: int) -> HttpResponse:
    """Keep what has been typed so far of a conversation, while it is being typed, with the employer that goes on."""
    found = get_object_or_404(Employer.objects.select_related("merged_into"), pk=employer_id).that_goes_on
    if request.method != "POST":
        return redirect("employers:converse", found.pk)
    names = [name for name in ConversationForm.base_fields if name in request.POST]
    fields = {name: request.POST[name][:LONGEST].replace("\0", "") for name in names}
    draft = operations.keep_draft(employer=found, by=request.actor, fields=fields)
    draft.refresh_from_db(fields=["saved_at"])
    return render(request, "ui/parts/kept_at.html", {"draft": draft})


@may(KEEP)
def forget_draft(request: Request, employer_id: int) -> HttpResponse:
    """Throw away what was typed and not saved, when the colleague says so."""
    found = get_object_or_404(Employer, pk=employer_id)
    if request.method == "POST":
        operations.empty_draft(employer=found)
        messages.info(request, _("What was not saved is gone."))
    return redirect("employers:converse", found.pk)
