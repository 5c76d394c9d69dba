"""Units and workplaces: made, renamed and moved in the organisation; closed in `placements`, which knows of people."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.staff.models import Organisation, Unit
from trappan.staff.operations.refusals import NO

CHANGED = ("name", "kind", "regime", "parent", "succeeds", "starts_on")


@transaction.atomic
def make_unit(
    *,
    name: str,
    kind: str,
    organisation: Organisation,
    regime: str,
    starts_on: date,
    parent: Unit | None = None,
    succeeds: Iterable[Unit] = (),
) -> int:
    """Make a unit of the own municipality, or a workplace of a partner that it keeps.

    Refused: what another municipality keeps, and a unit that would come after or belong to itself.
    """
    before = [one.pk for one in succeeds]
    (made,) = call("staff_make_unit", name, kind, organisation.pk, key(parent), regime, starts_on, before, sentences=NO)
    record("staff.make_unit", kind="access", unit=made)
    return int(made)


@transaction.atomic
def change_unit(
    *,
    unit: Unit,
    edition: str,
    name: str,
    kind: str,
    regime: str,
    parent: Unit | None,
    succeeds: Iterable[Unit],
    starts_on: date,
    changes_on: date | None = None,
) -> None:
    """Give a unit another name or place in the organisation, from a day that is not to come, or from the start.

    What it was called before `changes_on` stays known. Refused: what another municipality keeps, a circle, another
    kind where somebody has worked there, and an edition that somebody has overtaken.
    """
    database.lock("staff.unit", unit.pk)
    refuse_overtaken(saved_in(Unit.objects.get(pk=unit.pk), CHANGED), edition)
    call(
        "staff_change_unit",
        unit.pk,
        name,
        kind,
        regime,
        key(parent),
        [one.pk for one in succeeds],
        starts_on,
        changes_on,
        sentences=NO,
    )
    record("staff.change_unit", kind="access", unit=unit.pk, changes_on=changes_on)


def key(row: Unit | None) -> int | None:
    """Return a unit's number, none where none is chosen."""
    return row.pk if row is not None else None
