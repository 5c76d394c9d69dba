"""The day of the employer team: what waits for somebody, and people and openings that have not found each other."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.desk.work.boxes import Day
from trappan.desk.work.rows import OPEN, Queue, Row, address, until
from trappan.employers.models import Contact, Conversation, Opening
from trappan.matching.models import Proposal, WorkSearch
from trappan.matching.work import with_a_place_left, without_work
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words

AHEAD = timedelta(days=7)


def for_employer_officer(actor: Actor) -> Day:
    """Return the start page of the employer team: one's own promises and those of colleagues alike."""
    proposals = list(Proposal.objects.open().select_related("person", "opening__employer").order_by("answer_by", "pk"))
    free = with_a_place_left(actor.today)
    near, far = ready({one.search_id for one in proposals}, free)
    unsigned, to_tell, after = at_employers(actor.today)
    queues = [
        Queue(_("Promises to employers"), "", "today", promised(actor), "promises"),
        Queue(_("Agreements without all signatures"), "", "today", unsigned, "signatures"),
        Queue(_("Proposals that wait"), "", "today", to_tell + answers(proposals, actor.today), "answers"),
        Queue(_("Ready for work"), "", "week", near, "ready"),
        Queue(_("Openings without people"), "", "week", vacant(free), "vacant"),
        Queue(_("People without openings"), "", "week", far, "unmatched"),
        Queue(_("Ends, and how it goes"), "", "watch", after, "along"),
        Queue(_("Contacts who do not know that we keep their name"), "", "week", untold(), "untold"),
    ]
    return Day(queues, actor.role)


def promised(actor: Actor) -> list[Row]:
    """Return a line for each promise that has passed or is due within a week."""
    found = (
        Conversation.objects.filter(done_on=None, next_on__lte=actor.today + AHEAD)
        .select_related("employer", "promised_by__colleague")
        .order_by("next_on", "pk")
    )
    return [
        Row(
            one.employer.name,
            address("employers:employer", one.employer_id),
            said(one, actor),
            None,
            str(OPEN),
            address("employers:employer", one.employer_id),
            due=one.next_on,
            late=one.next_on is not None and one.next_on < actor.today,
        )
        for one in found
    ]


def said(one: Conversation, actor: Actor) -> str:
    """Say what was promised, by whom and when."""
    words = {"what": one.next_step, "day": in_words(one.held_on)}
    if one.promised_by_id == actor.membership_id:
        return _("%(what)s (you, %(day)s)") % words
    who = one.promised_by.colleague.name if one.promised_by else ""
    return _("%(what)s (%(who)s, %(day)s)") % {**words, "who": who}


def answers(proposals: Sequence[Proposal], today: date) -> list[Row]:
    """Return a line for each proposal that waits for somebody: the person, the team itself, or the employer."""
    return [
        Row(
            one.person.name,
            reverse("matching:work", args=[one.person_id]),
            waits_for(one),
            None,
            str(OPEN),
            reverse("matching:proposal", args=[one.person_id, one.pk]),
            due=one.answer_by,
            late=one.is_late(today),
        )
        for one in proposals
    ]


def waits_for(one: Proposal) -> str:
    """Say what a proposal waits for, and what is promised."""
    words = {"employer": one.opening.employer.name, "work": one.opening.title}
    if one.meets_at:
        return _("%(employer)s: meeting %(day)s") % {**words, "day": in_words(one.meets_at)}
    if one.sent_at:
        return _("%(employer)s has not answered about %(work)s") % words
    if one.willing:
        return _("Wants %(work)s at %(employer)s: send the proposal") % words
    return _("Is asked about %(work)s at %(employer)s") % words


def at_employers(today: date) -> tuple[list[Row], list[Row], list[Row]]:
    """Return lines for agreements that wait for a signature, late from day one, what to tell, and what comes after.

    To tell is that a proposal stands no more, and never why; it stays until somebody has spoken with the employer.

    After are agreements that end, and employers to ask how it goes with somebody who began. The employer is named and
    not the participant: about whom it is, is told to the consultant.
    """
    words = {
        "employer": _("The agreement at %(workplace)s waits for the employer to sign"),
        "participant": _("The agreement at %(workplace)s waits for the participant to sign"),
        "municipality": _("The agreement at %(workplace)s waits for the municipality to sign"),
        "ends": _("The agreement at %(workplace)s ends: ask the employer what comes next"),
    }
    unsigned: list[Row] = []
    to_tell: list[Row] = []
    after: list[Row] = []
    for one in database.rows("outcomes_at_employers"):
        url = address("employers:employer", one.employer_id)
        if one.asks == "began":
            why = ngettext(
                "Somebody began to work there %(n)s month ago: ask how it goes",
                "Somebody began to work there %(n)s months ago: ask how it goes",
                one.months,
            ) % {"n": one.months}
            converse = address("employers:converse", one.employer_id)
            after.append(Row(one.employer, url, why, one.day, _("Write down a conversation"), converse))
            continue
        if one.asks == "tell":
            why = _("Say that the proposal about %(work)s no longer stands, and never why") % {"work": one.workplace}
            converse = address("employers:converse", one.employer_id)
            to_tell.append(Row(one.employer, url, why, one.day, _("Write down a conversation"), converse))
            continue
        if one.asks == "along":
            why = _("Ask %(workplace)s how it goes with whoever is placed there") % {"workplace": one.workplace}
            converse = address("employers:converse", one.employer_id)
            row = Row(one.employer, url, why, None, _("Write down a conversation"), converse)
            after.append(until(row, one.day, today))
            continue
        why = words[one.asks] % {"workplace": one.workplace}
        late = one.asks != "ends" and one.day < today
        row = Row(one.employer, url, why, None, str(OPEN), url, due=one.day, late=late)
        (after if one.asks == "ends" else unsigned).append(row)
    return unsigned, to_tell, after


def vacant(free: Sequence[Any]) -> list[Row]:
    """Return a line for each opening with a place left that nobody is asked about, the soonest over first."""
    return [
        Row(
            one.title,
            address("employers:opening", one.pk),
            one.employer.name,
            one.agreed_on or localtime(one.at).date(),
            _("Find people"),
            address("matching:find_people", one.pk),
            due=one.last_on,
        )
        for one in sorted(free, key=lambda one: (one.ends_on or date.max, one.pk))
        if not one.is_asked
    ]


def ready(on_the_way: set[int], free: Sequence[Opening]) -> tuple[list[Row], list[Row]]:
    """Return a line for each on the list with nothing on its way, the longest wait first: with work near, and without.

    Whom an employer has said yes to waits no longer. `on_the_way` are the searches with a proposal, `free` the openings
    with a place left.
    """
    said_yes = Proposal.objects.said_yes().filter(search=OuterRef("pk"))
    going_on = WorkSearch.objects.filter(~Exists(said_yes), ended_on=None)
    found = going_on.select_related("person").order_by("starts_on", "pk")
    waits = [one for one in found if one.pk not in on_the_way]
    without = without_work([one.person_id for one in waits], free) if waits else {}
    near, far = [], []
    for one in waits:
        url = address("matching:work", one.person_id)
        if one.person_id not in without:
            why = one.reason if one.received_by_id else _("Not received yet. %(reason)s") % {"reason": one.reason}
            door = (_("Show openings"), address("matching:find_work", one.person_id))
            near.append(Row(one.person.name, url, why, one.starts_on, *(door if one.received_by_id else (OPEN, url))))
        elif without[one.person_id]:
            why = _("Nothing that is offered lies near. Ask employers about just this person.")
            far.append(Row(one.person.name, url, why, one.starts_on, str(OPEN), url))
        else:
            why = _("Nobody has said what work is asked for, or the team may not know it.")
            far.append(Row(one.person.name, url, why, one.starts_on, str(OPEN), url))
    return near, far


def untold() -> list[Row]:
    """Return a line for each contact who works there and has not been told."""
    found = Contact.objects.filter(told_on=None, left_on=None, employer__ended_on=None).select_related("employer")
    return [
        Row(
            one.name,
            address("employers:contact", one.pk),
            one.employer.name,
            None,
            str(OPEN),
            address("employers:contact", one.pk),
        )
        for one in found.order_by("at", "pk")
    ]
