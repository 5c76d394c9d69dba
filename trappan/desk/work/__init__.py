"""What waits for a colleague today: lists derived from facts, in boxes by what one does."""

from trappan.desk.work.boxes import Day
from trappan.desk.work.consultant import for_consultant
from trappan.desk.work.departments import for_place_coordinator
from trappan.desk.work.employers import for_employer_officer
from trappan.desk.work.management import for_administrator, for_head
from trappan.desk.work.referred import for_referred
from trappan.desk.work.social_worker import for_social_worker
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import REFERRED


def day_of(actor: Actor) -> Day:
    """Return the start page of the actor's role."""
    if actor.role == "consultant":
        return for_consultant(actor)
    if actor.role == "social_worker":
        return for_social_worker(actor)
    if actor.role == "head_of_unit":
        return for_head(actor)
    if actor.role == "employer_officer":
        return for_employer_officer(actor)
    if actor.role == "place_coordinator":
        return for_place_coordinator(actor)
    if actor.role == "administrator":
        return for_administrator(actor)
    return Day(for_referred(actor) if actor.role in REFERRED else [], actor.role)
