"""What waits for a colleague today: lists derived from facts, in the order that each one names."""

from trappan.desk.work.consultant import for_consultant
from trappan.desk.work.management import for_administrator, for_head
from trappan.desk.work.referred import for_referred
from trappan.desk.work.rows import Queue
from trappan.desk.work.social_worker import for_social_worker
from trappan.secrecy.acting import Actor


def waiting_for(actor: Actor) -> list[Queue]:
    """Return the lists of the actor's role that have something in them, most urgent first."""
    makers = {
        "social_worker": for_social_worker,
        "consultant": for_consultant,
        "counsellor": for_referred,
        "occupational_therapist": for_referred,
        "head_of_unit": for_head,
        "administrator": for_administrator,
    }
    make = makers.get(actor.role)
    queues = [queue for queue in (make(actor) if make else []) if queue.rows]
    order = ("today", "week", "watch")
    return sorted(queues, key=lambda queue: order.index(queue.urgency))
