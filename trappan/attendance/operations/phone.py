"""Let a site's own phones keep a reduced list of the day, take that back, and hand the list out."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import AttendedTime, PhoneList
from trappan.attendance.operations.attendance import not_introduced
from trappan.history.record import record
from trappan.people.models import Person
from trappan.placements.models import Session
from trappan.refusals import Refused
from trappan.secrecy.acting import Actor


@dataclass(frozen=True)
class Kept:
    """One row of the list on a phone, and all that it holds of somebody: minutes of the day, and the row's number."""

    row: int
    name: str
    starts_at: int | None
    ends_at: int | None


def is_list_allowed(unit_id: int) -> bool:
    """Tell whether this site's own phones may keep the day's list; of another site nobody is told."""
    return PhoneList.objects.filter(unit_id=unit_id, allowed=True).exists()


@transaction.atomic
def allow_phone_list(*, by: Actor) -> None:
    """Let the own site's phones keep a reduced list of the day; its leader's word, until it is taken back."""
    PhoneList.objects.bulk_create(
        [PhoneList(unit_id=by.unit_id, allowed=True)],
        update_conflicts=True,
        unique_fields=["unit"],
        update_fields=["allowed"],
    )
    record("attendance.allow_phone_list", unit_id=by.unit_id)


@transaction.atomic
def stop_phone_list(*, by: Actor) -> None:
    """Take back that phones keep the list; each forgets it on reaching the day's page, at midnight at the latest."""
    if not PhoneList.objects.filter(unit_id=by.unit_id, allowed=True).update(allowed=False):
        raise Refused(_("No phone keeps a list here: it is taken back already. Load the page again."))
    record("attendance.stop_phone_list", unit_id=by.unit_id)


@transaction.atomic
def keep_phone_list(*, by: Actor) -> list[Kept]:
    """Hand out today's list for a phone to keep, reduced, and note how many it holds. Refused where it is not allowed.

    Those who are left to mark: nobody with protected identity, nobody whose introduction is left, and nobody who is
    marked, so that what is not there tells nothing of anybody. Given name and first letter, time and row number.
    """
    if not is_list_allowed(by.unit_id):
        raise Refused(_("Your site’s leader has not allowed a list on the phone."))
    found = AttendedTime.objects.filter(
        unit_id=by.unit_id, day=by.today, state=Session.State.HELD, mark="", person__protection=Person.Protection.NONE
    )
    listed = list(found.select_related("person").order_by("person__sort", "person_id", "starts_at"))
    new = not_introduced([row.placement_id for row in listed], by.today)
    kept = [
        Kept(row.placement_id, short_name(row.person), row.starts_at, row.ends_at)
        for row in listed
        if row.placement_id not in new
    ]
    record("attendance.keep_phone_list", unit_id=by.unit_id, day=by.today, rows=len(kept))
    return kept


def short_name(person: Person) -> str:
    """Return the given name and the first letter of the family name."""
    letter = person.family_name[:1]
    return f"{person.given_name} {letter}." if letter else person.given_name
