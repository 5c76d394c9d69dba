"""How a placement at an employer ended: what the employer told, by a link or on the telephone, and what is to do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements import operations
from trappan.agreements.forms import EndingForm, SendForm, ShownForm
from trappan.agreements.models import Agreement, Ending, Link, Statement
from trappan.agreements.operations import most_hours
from trappan.agreements.questions import answers_in_words, who_said
from trappan.agreements.views.agreement import KEEP, read_aloud
from trappan.history.record import record
from trappan.people.operations import only_reads
from trappan.placements.models import Placement
from trappan.schedules.periods import day_before
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def ending(request: Request, agreement_id: int) -> HttpResponse:
    """Show what is told of the end; take in an answer, write down what is told, go through it with the person."""
    one = get_object_or_404(
        Agreement.objects.select_related("person", "placement", "workplace__employer", "contact"), pk=agreement_id
    )
    today = request.actor.today
    is_over = one.placement.agreed and one.placement.ends_on is not None and one.placement.ends_on <= today
    told = list(Ending.objects.filter(agreement=one).select_related("author__colleague"))
    stands = next((row for row in told if row.taken_back_at is None and row.ends_on == one.placement.ends_on), None)
    links = list(Link.objects.filter(placement=one.placement, purpose=Link.Purpose.END).select_related("statement"))
    is_signed = bool(database.value("agreements_was_signed", one.pk))
    asks = is_over and stands is None and is_signed
    answers = [said for link in links if (said := getattr(link, "statement", None))]
    again = last_day_of(one.placement) if asks else ""  # what was taken back may be taken in again
    unread = [said for said in answers if said.seen_at is None or said.subject == again]
    acts = Acts(
        request, acts_of(request, one, stands, links, unread, asks=asks) if not only_reads(one.person_id) else ()
    )
    if acts.carried_out():
        return redirect("agreements:ending", agreement_id)
    record("agreements.see_ending", one.person_id, scope="plan", kind="read", agreement=agreement_id)
    waits = asks and bool(database.value("agreements_ending_waits", one.pk))
    context = {
        "agreement": one,
        "person": one.person,
        "placement": one.placement,
        "is_over": is_over,
        "is_signed": is_signed,
        "stands": stands,
        "before": [row for row in told if row is not stands],
        "said": [(said, who_said(said), answers_in_words(said), *taken(acts, said)) for said in unread],
        "links": acts.beside("read_code", links, "read_answer"),
        "waits": waits,
        "by_itself": is_over and not links and one.email and not one.person.is_protected,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "agreements/ending.html", context, status=acts.status)


def taken(acts: Acts, said: Statement) -> tuple[Act | None, Act | None]:
    """Return the acts with an answer: to take it in, where it is of this end, or to have read it."""
    return acts.get(f"take_in-{said.pk}"), acts.get(f"read-{said.pk}")


def acts_of(
    request: Request, one: Agreement, stands: Ending | None, links: list[Link], unread: list[Statement], *, asks: bool
) -> list[Act]:
    """List what may be done: with each answer, with what stands, and, while nobody has told, to ask and to write."""
    on = {"agreement": one}
    today = request.actor.today
    acts = []
    for said in unread:
        if asks and said.subject == last_day_of(one.placement):
            words = _("Taken in. Go through it with %(name)s.") % {"name": one.person.given_name}
            take = operations.take_in_ending
            acts.append(Act("take_in", take, _("Take it in"), on={**on, "statement": said}, row=said.pk, done=words))
        else:
            read = {"statement": said}
            acts.append(Act("read", operations.read_answer, _("I have read it"), on=read, row=said.pk))
    if stands is not None:
        of = {"ending": stands}
        if stands.is_answered and stands.shown_on is None:
            words = _("Gone through with %(name)s") % {"name": one.person.given_name}
            given = {"initial": {"shown_on": today}}
            about = {**of, "today": today}
            acts.append(Act("show", operations.show_ending, words, ShownForm, on=about, given=given))
        back = _("Taken back. Ask the employer again: ring, or send a new link.")
        acts.append(Act("back", operations.take_back_ending, _("Take back"), on=of, done=back))
    if not asks:
        return acts
    placement: Any = one.placement
    most = most_hours(placement.starts_on, placement.ends_on)
    acts.append(Act("tell", operations.tell_ending, _("Save what is told"), EndingForm, on=on, given={"most": most}))
    if not one.person.is_protected and not unread:
        site = request.build_absolute_uri("/").rstrip("/")
        words = _("Send a new link") if links else _("Send a link")
        done = _("The link is ordered, and is sent in a moment.")
        acts.append(Act("send", operations.ask_ending, words, SendForm, on={**on, "site": site}, done=done))
    return [*acts, *code_acts(links)]


def code_acts(links: list[Link]) -> list[Act]:
    """List the links of which a code may be read aloud: those that are sent, and not used or ended."""
    words = _("Make a code to read aloud")
    return [
        Act("read_code", operations.read_code, words, on={"link": link}, row=link.pk, done=read_aloud)
        for link in links
        if link.outcome and link.used_at is None and link.ended_at is None
    ]


def last_day_of(placement: Placement) -> str:
    """Return what the form about a placement's end is told apart by: its last day."""
    return str(day_before(placement.ends_on)) if placement.ends_on else ""
