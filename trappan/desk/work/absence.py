"""Absence that somebody should talk about, and grounds on their way to a decision."""

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from trappan.database.written import Written, given_number
from trappan.desk.work.rows import Queue, Row, address, by_age, person_url
from trappan.people.models import Person
from trappan.requirement.models import Grounds
from trappan.requirement.prompts import prompts
from trappan.secrecy.acting import Actor

CHANGED = gettext_lazy("The attendance has changed since they were written.")


def to_talk_about(persons: dict[int, Person]) -> Queue:
    """Return own people whose absence lately is over the rules' thresholds, unanswered."""
    rows = [
        Row(
            persons[person_id].name,
            person_url(person_id),
            prompt.sentence,
            prompt.lately.latest,
            _("Talk and offer support"),
            address("requirement:absence", person_id),
        )
        for person_id, prompt in prompts(persons).items()
    ]
    why = _(
        "Over the rules’ thresholds in the last weeks, and no conversation since. A reason to talk, and no finding."
    )
    return Queue(_("Absence to talk about"), why, "today", by_age(rows), "absence")


def waiting_grounds(of_one: bool) -> QuerySet[Grounds]:
    """Ask for the grounds that `me` is to receive or decide on, about everybody or one `person`."""
    waiting = Grounds.objects.filter(
        Q(received_at=None) | Q(decisions=None), sent_to=given_number("me"), taken_back_at=None
    )
    if of_one:
        waiting = waiting.filter(person=given_number("person"))
    # What has changed since is looked up by the same question, a row at a time: they are few.
    return waiting.select_related("person").annotate(
        changes=RawSQL("requirement_changes_digest(requirement_grounds.id)", [])
    )


GROUNDS = Written(waiting_grounds)


def grounds_waiting(actor: Actor, person_id: int | None = None) -> Queue:
    """Return grounds that were sent to the colleague, about anybody or one person: to receive, and to decide on."""
    rows = [
        Row(
            one.person.name,
            person_url(one.person_id),
            f"{one.get_about_display()}. {CHANGED}" if one.changes else str(one.get_about_display()),
            localtime(one.sent_at).date() if one.sent_at else None,
            pgettext("matter", "Decide") if one.received_at else _("Receive"),
            address("requirement:grounds", one.pk),
        )
        for one in GROUNDS.ask(person_id is not None, me=actor.membership_id, person=person_id)
    ]
    return Queue(
        _("Grounds sent to you"),
        _("Receive them, and note what you decided. Oldest first."),
        "today",
        by_age(rows),
        "grounds",
    )
