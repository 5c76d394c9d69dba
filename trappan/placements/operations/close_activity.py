"""Close an activity for good; days on which it is closed for a while are in `closure.py`."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.history.record import record
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call


@transaction.atomic
def close_activity(*, activity: Activity, closes_on: date, reason: str) -> int:
    """Close an activity of the own site from a day on, told in advance; return how many it concerns.

    Proposals fall, what has not begun does not begin, what goes on ends that day. Each person's
    consultant finds them on the list of those who need something next.
    """
    if not reason.strip():
        raise Refused(_("Write why it closes: the consultants read it."), "reason")
    (touched,) = call("placements_close", activity.pk, closes_on, reason.strip()[:200], sentences=NO)
    record(
        "placements.close_activity",
        unit_id=activity.unit_id,
        activity=activity.pk,
        closes_on=closes_on,
        touched=touched,
    )
    return int(touched)
