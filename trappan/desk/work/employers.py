"""The day of the employer team: what was promised to employers, and who has not been told how the name is kept."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.desk.work.boxes import Day
from trappan.desk.work.rows import OPEN, Queue, Row, address
from trappan.employers.models import Contact, Conversation
from trappan.matching.models import Proposal, WorkSearch
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words

AHEAD = timedelta(days=7)


def for_employer_officer(actor: Actor) -> Day:
    """Return the start page of the employer team: one's own promises and those of colleagues alike."""
    queues = [
        Queue(_("Promises to employers"), "", "today", promised(actor), "promises"),
        Queue(_("Proposals that wait"), "", "today", answers(actor), "answers"),
        Queue(_("Ready for work"), "", "week", ready(), "ready"),
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


def answers(actor: Actor) -> list[Row]:
    """Return a line for each proposal that waits for somebody: the person, the team itself, or the employer."""
    found = Proposal.objects.open().select_related("person", "opening__employer").order_by("answer_by", "pk")
    return [
        Row(
            one.person.name,
            reverse("matching:work", args=[one.person_id]),
            waits_for(one),
            None,
            str(OPEN),
            reverse("matching:proposal", args=[one.person_id, one.pk]),
            due=one.answer_by,
            late=one.is_late(actor.today),
        )
        for one in found
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


def ready() -> list[Row]:
    """Return a line for each who is on the list and has nothing on its way, the longest wait first."""
    on_the_way = Proposal.objects.open().filter(search=OuterRef("pk"))
    found = WorkSearch.objects.filter(~Exists(on_the_way), ended_on=None).select_related("person")
    return [
        Row(
            one.person.name,
            reverse("matching:work", args=[one.person_id]),
            one.reason if one.received_by_id else _("Not received yet. %(reason)s") % {"reason": one.reason},
            one.starts_on,
            str(OPEN),
            reverse("matching:work", args=[one.person_id]),
        )
        for one in found.order_by("starts_on", "pk")
    ]


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
