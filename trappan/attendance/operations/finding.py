"""Find that an absence had an acceptable reason, or none."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import AttendedTime, Finding
from trappan.attendance.operations.refusals import NO
from trappan.cases.models import Note
from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def find(*, placement: Placement, day: date, kind: str, reason: str = "", conversation: Note | None = None) -> Finding:
    """Find, as municipal staff, that an absence had an acceptable reason, or none.

    None only after a conversation about absence with the person, noted in the journal. Refused
    where nobody was away. The latest finding of a day holds; earlier ones stay.
    """
    time = AttendedTime.objects.filter(placement=placement, day=day).first()
    if time is None or not time.undecided + time.excused + time.unexcused:
        raise Refused(_("The person was not marked away that day."), "day")
    if kind == Finding.Kind.EXCUSED and not reason:
        raise Refused(_("Choose the acceptable reason."), "reason")
    if kind == Finding.Kind.UNEXCUSED and conversation is None:
        raise Refused(
            _("Talk with the person first, and note it in the journal as a conversation about absence."), "conversation"
        )
    with refusing(NO):
        found = Finding.objects.create(
            placement=placement,
            person_id=placement.person_id,
            day=day,
            kind=kind,
            reason=reason,
            conversation=conversation,
        )
    record("attendance.find", placement.person_id, scope=Scope.PLAN, day=day, kind_of=kind)
    return found
