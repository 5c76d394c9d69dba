"""Cases on their way between colleagues: what waits for an answer, and what came back."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases.models import HandOver
from trappan.database.written import Written, given_number
from trappan.desk.work.rows import OPEN, Queue, Row, person_url
from trappan.secrecy.acting import Actor


def waiting() -> QuerySet[HandOver]:
    """Ask for what `me` is to receive, what came back, and what nobody has answered."""
    me = given_number("me")
    sits = Q(giver=me) & (Q(case__responsible=me) | Q(case__social_worker=me))
    found = HandOver.objects.filter(
        Q(answer="", receiver=me) | sits & Q(answer="") | sits & Q(answer="sent_back", read_at=None),
        case__closed_on=None,
    )
    return found.select_related("person", "giver__colleague", "receiver__colleague").order_by("offered_at", "pk")


WAITING = Written(waiting)


def hand_over_queues(actor: Actor) -> list[Queue]:
    """Return what the colleague is to receive, what came back, and what nobody has answered yet."""
    me, url = actor.membership_id, reverse("cases:hand_overs")
    rows: dict[str, list[Row]] = {"offered": [], "returned": [], "given": []}
    for one in WAITING.ask(me=me):
        if one.answer:
            key, why, door = "returned", one.reason, _("Read")
        elif one.receiver_id == me:
            giver = {"name": one.giver.colleague.name}
            key, why, door = "offered", _("From %(name)s") % giver, _("Receive")
        else:
            receiver = {"name": one.receiver.colleague.name}
            key, why, door = "given", _("To %(name)s") % receiver, str(OPEN)
        at = localtime(one.answered_at or one.offered_at).date()
        rows[key].append(Row(one.person.name, person_url(one.person_id), why, at, door, url))
    return [
        Queue(
            _("Cases handed to you"),
            _("Receive them or send them back. Longest wait first."),
            "today",
            rows["offered"],
            "cases",
        ),
        Queue(
            _("Cases sent back to you"),
            _("You have them still. Longest ago first."),
            "today",
            rows["returned"],
            "cases",
        ),
        Queue(
            _("Handed over, not received yet"),
            _("You have them until they are. Longest wait first."),
            "watch",
            rows["given"],
            "cases",
        ),
    ]
