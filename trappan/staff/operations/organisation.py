"""Bodies that the municipality works with."""

from datetime import date

from django.db import transaction

from trappan.history.record import record
from trappan.refusals import call
from trappan.staff.models import Organisation
from trappan.staff.operations.refusals import NO


@transaction.atomic
def make_organisation(
    *, name: str, kind: str, starts_on: date, number: str = "", basis: str = "", succeeds: Organisation | None = None
) -> int:
    """Make a body that the own municipality works with and keeps; one that succeeds another ends it that day.

    Refused: a municipality, a known name, a partner without its ground, a successor that another keeps.
    """
    after = succeeds.pk if succeeds else None
    (made,) = call("staff_make_organisation", name, kind, number, basis, starts_on, after, sentences=NO)
    record("staff.make_organisation", kind="access", organisation=made)
    return int(made)
