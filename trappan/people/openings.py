"""Who is told when a file is opened without being responsible, and what waits for a second person."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from trappan import database
from trappan.people.models import Grant, Opening
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.tables import OPENED
from trappan.staff.models import Membership

WAITS = timedelta(hours=24)  # the database's own: people_agree_opening


def heads_told(by: Actor) -> list[str]:
    """Name those who are told of what the actor opens: the nearest heads of unit in force; empty where none is."""
    unit_id = database.value("people_told_of", by.membership_id)
    told = Membership.objects.in_force().filter(unit_id=unit_id, role="head_of_unit").select_related("colleague")
    return [one.colleague.name for one in told.exclude(colleague_id=by.colleague_id).order_by("pk")]


def lifting_waits_since(person_id: int) -> datetime | None:
    """Return since when it waits for a head that the person's protection is lifted; None where nobody asked."""
    found: datetime | None = database.value("people_lift_asked", person_id)
    return found


@dataclass(frozen=True)
class OwnOpenings:
    """What the actor has opened, with until when, and asked for without an answer yet."""

    opened: list[Grant]
    waiting: list[Opening]


def own_openings(by: Actor) -> OwnOpenings:
    """Return the files that are open to the actor without having the case, and what waits for a second person."""
    grants = Grant.objects.filter(membership_id=by.membership_id, basis__in=OPENED)
    asked = Opening.objects.filter(asked_by_id=by.membership_id, agreed_at=None, asked_at__gt=now() - WAITS)
    return OwnOpenings(
        opened=list(grants.order_by("person_id", "-ends_at").distinct("person_id").select_related("person")),
        waiting=list(asked.only("wants", "asked_at").order_by("asked_at")),
    )


def waits_in_words() -> str:
    """Say of a protected person's file that a second person must agree; where nobody could, say that."""
    if not database.value("people_could_agree"):
        return _(
            "The person has protected identity, so a head of unit must agree, and there is no other head here. That "
            "you asked is in the log. Ask the administrator who is to be head."
        )
    return _(
        "The person has protected identity. A head of unit other than you must agree first; it is now on their start "
        "page for 24 hours."
    )


def told_in_words(by: Actor) -> str:
    """Say that a file is open, and who has been told; where nobody is, say that."""
    heads = heads_told(by)
    if not heads:
        return _("The file is open to you for 24 hours. No head of unit is there to be told; it is in the log.")
    return _("The file is open to you for 24 hours. Told of it: %(heads)s.") % {"heads": ", ".join(heads)}
