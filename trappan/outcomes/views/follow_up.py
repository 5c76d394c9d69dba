"""Asking how it went: one page for each time, and the list of those to ask."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.agreements.forms import SendForm
from trappan.agreements.models import Link, Statement
from trappan.agreements.operations import read_answer
from trappan.agreements.questions import answers_in_words
from trappan.agreements.views.ending import code_acts
from trappan.history.record import record
from trappan.outcomes import operations
from trappan.outcomes.asking import read, unread
from trappan.outcomes.follow_up_list import COLUMNS, USUAL, lines, ordered, row
from trappan.outcomes.follow_ups import Time, times_of, waiting
from trappan.outcomes.forms import FollowUpForm, TakeInForm
from trappan.outcomes.models import Exit
from trappan.people.operations import only_reads
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.lists.listing import Listing
from trappan.ui.tabs import Tab, in_tab


@may("outcomes.follow_up")
@in_tab(Tab.MORE)
def follow_up(request: Request, exit_id: int) -> HttpResponse:
    """Write down how it went, at the time that is to be asked about now, ask it by a link, or take in an answer."""
    done = get_object_or_404(Exit.objects.select_related("person__contact"), pk=exit_id)
    today = request.actor.today
    times = times_of(done, done.follow_ups.all(), rules_on(today))
    now = waiting(times, today) or next((one for one in reversed(times) if one.is_open(today)), None)
    said, links = unread(done), links_of(done)
    writes = not only_reads(done.person_id)
    acts = Acts(request, acts_of(request, done, now, said, links) if writes else ())
    if acts.carried_out():
        return redirect(*after(acts, done))
    typed = request.POST if writes and request.POST and not acts.named else None
    form = FollowUpForm(typed, done=done, today=today, initial={"months": now.months if now else None, "day": today})
    if form.is_valid() and carry_out(form, operations.follow_up, exit=done, today=today, **form.cleaned_data):
        messages.success(request, _("Saved. Thank you for asking."))
        return redirect("outcomes:exits", done.person_id)
    record("outcomes.see_follow_up", done.person_id, scope="plan", kind="read")
    kind = labels("exit_kind").get(("exit_kind", done.sub_code), "")
    context = {
        "exit": done,
        "person": done.person,
        "form": acts.form or form,
        "typed": form,
        "now": now,
        "writes": writes,
        "kind": kind,
        "coming": next((one for one in times if not one.has_come(today)), None),
        "acts": acts,
        "said": [(one, read(one).months, answers_in_words(one), *acts_with(acts, one)) for one in said],
        "links": acts.beside("read_code", links, "read_answer"),
    }
    return render(request, "outcomes/follow_up.html", context, status=422 if form.errors else acts.status)


def after(acts: Acts, done: Exit) -> tuple[str, int]:
    """Return the page that comes next: what is taken in is read with the end, all else leads back here."""
    return ("outcomes:exits", done.person_id) if acts.named == "take_in" else ("outcomes:follow_up", done.pk)


def acts_with(acts: Acts, said: Statement) -> tuple[Act | None, Act | None]:
    """Return the acts with an answer: to take it in, and to have read it."""
    return acts.get(f"take_in-{said.pk}"), acts.get(f"read-{said.pk}")


def links_of(done: Exit) -> list[Link]:
    """Return the links by which the person was asked after an end, the latest first."""
    found = Link.objects.filter(
        person_id=done.person_id, purpose=Link.Purpose.FOLLOW_UP, subject__startswith=f"{done.pk}:"
    )
    return list(found.select_related("statement"))


def acts_of(request: Request, done: Exit, now: Time | None, said: list[Statement], links: list[Link]) -> list[Act]:
    """List what may be done by link: take in each answer or have read it, ask anew, read a code aloud."""
    today = request.actor.today
    acts = []
    for one in said:
        acts.append(
            Act(
                "take_in",
                operations.take_in_follow_up,
                _("Take it in"),
                TakeInForm,
                on={"exit": done, "statement": one, "today": today},
                given={"is_open": done.is_provisional},
                done=_("Taken in, as the person said it."),
                row=one.pk,
            )
        )
        acts.append(Act("read", read_answer, _("Read, and not taken in"), on={"statement": one}, row=one.pk))
    contact = getattr(done.person, "contact", None)
    if now is not None and not said and contact is not None and contact.email and not done.person.is_protected:
        site = request.build_absolute_uri("/").rstrip("/")
        on = {"exit": done, "months": now.months, "today": today, "site": site}
        words = _("Send a new link") if links else _("Send a link")
        told = _("The link is ordered, and is sent in a moment.")
        acts.append(Act("send", operations.send_follow_up, words, SendForm, on=on, done=told))
    return [*acts, *code_acts(links)]


@may("outcomes.see_follow_ups")
def follow_ups(request: Request) -> HttpResponse:
    """List those of the reader's own who are to be asked how it went; the longest ago first."""
    listing = Listing("uppfoljningar", _("Follow-ups to do"), COLUMNS, USUAL, request.GET)
    found = ordered(lines(request.actor), listing.order)
    listing.show_whole(found, lambda one: one.exit.pk, lambda some: [row(one, request.actor.today) for one in some])
    record("outcomes.see_follow_ups", kind="read", found=len(found))
    return render(request, "outcomes/follow_ups.html", {"listing": listing}, status=listing.status)
