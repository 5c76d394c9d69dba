"""Close an activity for good; days on which it is closed for a while are in `closure.py`."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trappan.activities.models import Activity, SeatUse
from trappan.history.record import record
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call


@transaction.atomic
def close_activity(*, activity: Activity, closes_on: date, reason: str, sure: bool = True) -> int:
    """Close an activity of the own site from a day on, told in advance; return how many it concerns.

    Proposals fall, what has not begun does not begin, what goes on ends that day. Each person's
    consultant finds them on the list of those who need something next. Asked about, with how many it
    concerns, where that is not `sure`: there is no way back.
    """
    if not reason.strip():
        raise Refused(_("Write why it closes: the consultants read it."), "reason")
    seats = SeatUse.objects.lasting(closes_on).filter(activity=activity).exclude(ends_on=F("starts_on"))
    concerned = seats.values("seat").distinct().count()
    if concerned and not sure:
        raise Refused(
            ngettext(
                "%(count)s person has a place there after that day and loses it. There is no way back.",
                "%(count)s people have places there after that day and lose them. There is no way back.",
                concerned,
            )
            % {"count": concerned},
            "sure",
        )
    (touched,) = call("placements_close", activity.pk, closes_on, reason.strip()[:200], sentences=NO)
    record(
        "placements.close_activity",
        unit_id=activity.unit_id,
        activity=activity.pk,
        closes_on=closes_on,
        touched=touched,
    )
    return int(touched)
