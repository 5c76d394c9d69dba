"""Close a unit; never with people in it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import ngettext

from trappan import database
from trappan.history.record import record
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call
from trappan.staff.models import Unit


@transaction.atomic
def close_unit(*, unit: Unit, closes_on: date, next_unit: Unit | None = None) -> int:
    """Close a unit from a day on, in favour of another where one is named; return how many memberships end with it.

    Refused in words while people are in it, with how many and who hands them over; a day that has passed; the own unit.
    """
    refuse_people(unit, closes_on)
    (touched,) = call("placements_close_unit", unit.pk, closes_on, next_unit.pk if next_unit else None, sentences=NO)
    record("placements.close_unit", kind="access", unit=unit.pk, closes_on=closes_on, ended=touched)
    return int(touched)


def refuse_people(unit: Unit, closes_on: date) -> None:
    """Refuse while something is left in the unit on that day: the first that there is, in words."""
    left = database.row("placements_left_in", unit.pk, closes_on)
    found = standing_in_the_way(left) if left is not None else []
    if found:
        raise Refused(" ".join(found))


def standing_in_the_way(left: Any) -> list[str]:
    """Say what is to be seen to before a unit closes, each with how many and by whom."""
    sentences = []
    if left.cases:
        sentences.append(
            ngettext(
                "%(count)s open case belongs to the unit. Its head hands it over to the unit that comes after "
                "it first.",
                "%(count)s open cases belong to the unit. Its head hands all of them over to the unit that comes after "
                "it first.",
                left.cases,
            )
            % {"count": left.cases}
        )
    if left.people:
        sentences.append(
            ngettext(
                "%(count)s person is known to no other unit, and goes along when its head hands the unit over; by name "
                "where only a name opens.",
                "%(count)s people are known to no other unit, and go along when its head hands the unit over; by name "
                "where only a name opens.",
                left.people,
            )
            % {"count": left.people}
        )
    if left.placed:
        sentences.append(
            ngettext(
                "%(count)s person has a place there after that day. The consultant finds another place, or the site "
                "leader closes the activity first.",
                "%(count)s people have places there after that day. Their consultants find other places, or the site "
                "leader closes the activity first.",
                left.placed,
            )
            % {"count": left.placed}
        )
    if left.parts:
        sentences.append(
            ngettext(
                "%(count)s unit belongs to it. Close that one first, or let it belong to another.",
                "%(count)s units belong to it. Close those first, or let them belong to another.",
                left.parts,
            )
            % {"count": left.parts}
        )
    return sentences
