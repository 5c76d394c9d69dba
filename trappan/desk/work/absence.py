"""Absence that somebody should talk about, and grounds on their way to a decision."""

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from trappan.desk.work.rows import Queue, Row, address, by_age, person_url
from trappan.people.models import Person
from trappan.requirement.models import Grounds
from trappan.requirement.prompts import prompts
from trappan.secrecy.acting import Actor

ALL = Q()
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


def grounds_waiting(actor: Actor, about: Q = ALL) -> Queue:
    """Return grounds that were sent to the colleague: to receive, and to decide on."""
    waiting = Grounds.objects.filter(
        about, Q(received_at=None) | Q(decisions=None), sent_to_id=actor.membership_id, taken_back_at=None
    ).select_related("person")
    # What has changed since is looked up by the same question, a row at a time: they are few.
    waiting = waiting.annotate(changes=RawSQL("requirement_changes_digest(requirement_grounds.id)", []))
    rows = [
        Row(
            one.person.name,
            person_url(one.person_id),
            f"{one.get_about_display()}. {CHANGED}" if one.changes else str(one.get_about_display()),
            localtime(one.sent_at).date() if one.sent_at else None,
            pgettext("matter", "Decide") if one.received_at else _("Receive"),
            address("requirement:grounds", one.pk),
        )
        for one in waiting
    ]
    return Queue(
        _("Grounds sent to you"),
        _("Receive them, and note what you decided. Oldest first."),
        "today",
        by_age(rows),
        "grounds",
    )
