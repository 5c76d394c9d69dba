"""A colleague leaves a unit: the membership ends, and what was that one's is handed out by the head."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trappan import database
from trappan.history.record import record
from trappan.refusals import Refused, call
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.staff.models import Membership
from trappan.staff.operations import NO as STAFF_NO


@transaction.atomic
def end_membership(*, membership: Membership, ends_on: date, today: date, sure: bool = True) -> None:
    """End a membership, as administrator or head, up to a day; the colleague's sessions end at once.

    Asked about where open cases are the colleague's and that is not `sure`: the head then finds them among those to
    hand out. Refused: a last day before yesterday.
    """
    yesterday = today - timedelta(days=1)
    early = _("A membership ends yesterday at the earliest: what was done until now was done in it.")
    refuse_outside(day_before(ends_on), "ends_on", first=max(yesterday, day_before(membership.starts_on)), early=early)
    left = database.row("cases_left_by", membership.pk)
    if left is not None and left.many and not sure:
        count = {"count": left.many, "heads": left.heads}
        if left.heads:
            sentence = ngettext(
                "%(count)s open case is the colleague's. %(heads)s, who heads the unit, finds it among those to hand "
                "out. Let it be handed over first, or end the membership all the same.",
                "%(count)s open cases are the colleague's. %(heads)s, who heads the unit, finds them among those to "
                "hand out. Let them be handed over first, or end the membership all the same.",
                left.many,
            )
        else:
            sentence = ngettext(
                "%(count)s open case is the colleague's, and the unit has no other head who could hand it out. Give "
                "the unit a head first, or end the membership all the same.",
                "%(count)s open cases are the colleague's, and the unit has no other head who could hand them out. "
                "Give the unit a head first, or end the membership all the same.",
                left.many,
            )
        raise Refused(sentence % count, "sure")
    call("staff_end_membership", membership.pk, ends_on, sentences=STAFF_NO)
    record("staff.end_membership", kind="access", membership=membership.pk)
