"""Let a placement pause, and begin again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.placements.models import Placement, Suspension
from trappan.placements.operations.placement import lock_person, refuse_outside_placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call, refusing
from trappan.schedules.periods import day_before
from trappan.secrecy.scopes import Scope
from trappan.ui.templatetags.ui import day as in_words


@transaction.atomic
def suspend(*, placement: Placement, starts_on: date, ends_on: date) -> Suspension:
    """Pause a placement from a day up to another; it goes on by itself, and the place is kept."""
    if ends_on <= starts_on:
        raise Refused(_("The last day cannot come before the first."), "ends_on")
    refuse_outside_placement(placement, starts_on, "starts_on")
    lock_person(placement.person_id)
    other = Suspension.objects.filter(placement=placement, starts_on__lt=ends_on, ends_on__gt=starts_on).first()
    if other is not None:
        raise Refused(
            _("It already pauses %(first)s – %(last)s. Choose days outside that, or end that pause first.")
            % {"first": in_words(other.starts_on), "last": in_words(day_before(other.ends_on))},
            "starts_on",
        )
    with refusing(NO):
        made = Suspension.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    record(
        "placements.suspend",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return made


@transaction.atomic
def resume(*, suspension: Suspension) -> date:
    """Let a placement go on sooner than planned, and return its first day back.

    That is today, tomorrow where today's time has begun, or the first day of a pause to come,
    which then never begins.
    """
    back: date = call("placements_resume", suspension.pk, sentences=NO)[0]
    record(
        "placements.resume",
        suspension.person_id,
        scope=Scope.ACTIVITY,
        unit_id=suspension.unit_id,
        starts_on=suspension.starts_on,
        ends_on=back,
    )
    return back
