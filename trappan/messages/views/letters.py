"""Letters to print: of those whose plan the reader holds; the paper is made as it is asked for, and kept nowhere."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.messages import operations
from trappan.messages.forms import PostForm
from trappan.messages.kinds import words_of
from trappan.messages.models import Message
from trappan.people.models import Contact, Person
from trappan.refusals import Refused
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

AT_MOST = 50
LETTER = Path(__file__).parent.parent / "typst" / "letter.typ"
GONE = gettext_lazy("Somebody has seen to that letter already.")


def waiting() -> QuerySet[Message]:
    """Ask for the letters that wait to be printed or posted, of those whose plan the reader holds."""
    found = Message.objects.filter(channel="letter", outcome="", person__protection="none")
    return found.select_related("person__contact", "reminder", "printed_by__colleague").order_by("pk")


@may("messages.print_letters")
def letters(request: Request) -> HttpResponse:
    """Show the letters that wait: to print, to post, and those without an address; say what became of them."""
    found = list(waiting()[: AT_MOST + 1])
    listed = found[:AT_MOST]
    addressed = [one for one in listed if address_of(one.person)]
    printed = [one for one in listed if one.printed_at]
    without = [one for one in listed if not one.printed_at and not address_of(one.person)]
    acts = Acts(request, acts_of(request, printed, without), GONE)
    if acts.carried_out():
        return redirect("messages:letters")
    record("messages.see_letters", kind="read", scope="log", found=len(listed))
    context = {
        "acts": acts,
        "form": acts.form,
        "to_print": [(one, words_of(one.kind)) for one in addressed if not one.printed_at],
        "printed": [(one, words_of(one.kind)) for one in printed],
        "without": [(one, words_of(one.kind), acts.get(f"cannot-{one.pk}")) for one in without],
        "more": len(found) > AT_MOST,
        "at_most": AT_MOST,
    }
    return render(request, "messages/letters.html", context, status=acts.status)


def acts_of(request: Request, printed: list[Message], without: list[Message]) -> list[Act]:
    """List what may be done: the printed are posted together, and each without an address is told to be so."""
    acts = []
    if printed:
        choices = [(one.pk, name_of(one)) for one in printed]
        given = {"printed": choices, "today": request.actor.today}
        acts.append(Act("post", operations.post_letters, _("They were posted"), PostForm, given=given))
    acts += [
        Act(
            "cannot",
            operations.cannot_post,
            _("It could not be sent"),
            on={"message": one},
            row=one.pk,
            beside=name_of(one),
        )
        for one in without
    ]
    return acts


@require_POST
@may("messages.print_letters")
def printed(request: Request) -> HttpResponse:
    """Return the letters that are asked for as one paper, each with its address in the window of an envelope."""
    asked = [int(one) for one in request.POST.getlist("letter") if one.isdecimal() and len(one) < 19]
    try:
        found = operations.print_letters(letters=asked[:AT_MOST], anew="anew" in request.POST)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("messages:letters")
    title = _("Message from %(municipality)s") % {"municipality": settings.MUNICIPALITY}
    facts = {
        "footer": settings.MUNICIPALITY,
        "sender": [settings.MUNICIPALITY, request.actor.unit_name],
        "day": date_format(request.actor.today, "j F Y"),
        "letters": [
            {
                "to": [one.person.name, *address_of(one.person)],
                "title": one.subject or title,
                "text": one.text.split("\n"),
            }
            for one in found
            if one.person
        ],
    }
    content = pdf(LETTER, facts, title=title, language=get_language() or "sv")
    return answer(content, _("letters") + ".pdf")


def address_of(person: Person | None) -> list[str]:
    """Return the lines of a person's postal address; none where a part of it is not known."""
    contact: Contact | None = getattr(person, "contact", None)
    if contact is None or not (contact.address and contact.postal_code and contact.city):
        return []
    return [contact.address, f"{contact.postal_code} {contact.city}"]


def name_of(letter: Message) -> str:
    """Return whom a letter is to, and of what kind."""
    person: Any = letter.person
    return f"{person.name}, {str(words_of(letter.kind)).lower()}"
